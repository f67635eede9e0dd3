/** Where to go after the sign-in: an address of this console only, else the inbox. */
export function placeAfterSignIn(to: string | null): string {
  return to !== null && /^\/(?![/\\])/.test(to) ? to : '/tasks';
}
