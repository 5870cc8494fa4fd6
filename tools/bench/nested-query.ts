/** Agency → years → sections → every cell with its place: the heaviest common read. */
export const nestedQuery = `query Nested($id: ID!, $last: Int!) {
  agency(id: $id) {
    name
    years(last: $last) {
      year
      report { title outcome complete }
      sections {
        key ordinal heading text
        ... on ProactiveDisclosureSection { rows { key cells { column value raw state place { table row column line } } } }
        ... on ApplicationsSection { rows { key cells { column value raw state place { table row column line } } } }
        ... on ReviewAndLitigationSection { rows { key cells { column value raw state place { table row column line } } } }
      }
      findings { rule severity cells }
    }
  }
}`;
