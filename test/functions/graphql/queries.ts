/** Everything a query can ask of the years of one agency. */
export const everything = `
  query Everything($id: ID!, $last: Int) {
    agency(id: $id) {
      id name level division { code name province { name } }
      years(last: $last) {
        year
        report {
          ...DocumentParts
          form
          statistics { path label unit key cell { value raw state } }
          indicators { key label value unit approximate text section offset }
        }
        workPlans { ...DocumentParts forwards { title } items { number title text } tasks { number name responsible deadlines } }
        sections {
          key ordinal heading text printed
          ... on ProactiveDisclosureSection { ...Table }
          ... on ApplicationsSection { ...Table }
          ... on ReviewAndLitigationSection { ...Table }
        }
        findings { ...FindingParts }
      }
    }
  }
  fragment DocumentParts on Document {
    title outcome complete publishedOn version arrival parserVersion preamble
    agency { name level }
    source { sha256 bytes mediaType encoding bucket key versionId }
    reasons { code message { zh en } }
    findings { ...FindingParts }
  }
  fragment Table on StatutorySection {
    form
    rows {
      key name { zh en }
      cells {
        path row column unit value raw state
        place { table row column line offset }
        findings { ...FindingParts }
      }
    }
  }
  fragment FindingParts on Finding { rule severity cells expected actual message { zh en } cause }
`;
