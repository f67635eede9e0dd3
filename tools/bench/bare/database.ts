/** The database of the bare SDK, beside the product's on the same server. */
export function bareDatabase(uri: string): string {
  return `${new URL(uri).pathname.slice(1)}-bare`;
}
