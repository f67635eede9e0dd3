/** The domain of the Message-IDs of an installation: that of its sender. */
export function mailDomainOf(from: string): string {
  return /@([A-Za-z0-9.-]+)/.exec(from)?.[1] ?? 'opsflow.local';
}
