/** A request is a POST of JSON. Errors of the whole request are in `errors`; data may stand beside them. */
export async function countPeople(url: string): Promise<number> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({
      query: 'query Count($source: String!) { people(first: 1, sources: [$source]) { totalCount } }',
      variables: { source: 'own' },
    }),
  })
  const { data, errors } = (await response.json()) as {
    data?: { people: { totalCount: number | null } } | null
    errors?: readonly { message: string }[]
  }
  if (!data) throw new Error(errors?.map(({ message }) => message).join(' '))
  return data.people.totalCount ?? 0
}
