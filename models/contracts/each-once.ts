/** The same function, which makes each of its few answers once. */
export function eachOnce<Answer>(make: (key: string) => Answer): (key: string) => Answer {
  const made = new Map<string, Answer>();
  return (key) => {
    const answer = made.get(key) ?? make(key);
    made.set(key, answer);
    return answer;
  };
}
