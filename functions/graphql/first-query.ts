/** What GraphiQL shows a newcomer: agencies with their latest year, down to a cell and its place. */
export const firstQuery = `# Annual reports on open government information, from agency to printed cell.
{
  agencies(first: 10) {
    totalCount
    nodes {
      id
      name
      years(last: 1) {
        year
        report { title outcome complete findingCounts { error warning } }
        section(key: applications) {
          heading
          ... on ApplicationsSection {
            cell(row: "newlyReceived", column: "total") { value raw state place { table row column line } }
          }
        }
      }
    }
  }
}
`;
