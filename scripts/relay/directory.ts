/** Fragments as an app with Relay has them. Only its compiler reads them: `scripts/relay.sh`. */
declare function graphql(parts: TemplateStringsArray): unknown

export const directoryQuery = graphql`
  query DirectoryQuery($search: String, $count: Int!, $after: String) {
    ...DirectoryList @arguments(search: $search, count: $count, after: $after)
  }
`

export const directoryList = graphql`
  fragment DirectoryList on Query
  @argumentDefinitions(search: { type: "String" }, count: { type: "Int", defaultValue: 20 }, after: { type: "String" })
  @refetchable(queryName: "DirectoryListPaginationQuery") {
    people(first: $count, after: $after, filter: { search: $search })
    @connection(key: "DirectoryList_people", filters: ["filter"]) {
      edges {
        node {
          ...RecordCard
        }
      }
      slices {
        source {
          name
        }
        error {
          code
        }
      }
    }
  }
`

export const recordCard = graphql`
  fragment RecordCard on Person @refetchable(queryName: "RecordCardRefetchQuery") {
    displayName
    updatedAt
    avatar {
      url(size: 96)
    }
    organization {
      displayName
    }
  }
`

export const updateTitle = graphql`
  mutation UpdateTitleMutation($input: UpdatePersonInput!) {
    updatePerson(input: $input) {
      person {
        ...RecordCard
      }
      receipts {
        outcome
      }
      userErrors {
        code
        message
      }
    }
  }
`
