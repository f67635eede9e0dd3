interface Named {
  readonly id: string;
  readonly name: string;
}

/** The people of whom the text still says "@name": who was picked and then deleted from it is not mentioned. */
export function stillMentioned(text: string, picked: readonly Named[]): readonly string[] {
  const named = picked.filter(({ name }) => text.includes(`@${name}`));
  return [...new Set(named.map(({ id }) => id))];
}

interface Part {
  readonly words: string;
  readonly isMention: boolean;
}

/** A text in parts: what mentions somebody, and what stands between. */
export function withMentions(text: string, mentions: readonly Named[]): readonly Part[] {
  const names = mentions.map(({ name }) => `@${name}`).sort((one, other) => other.length - one.length);
  const parts: Part[] = [];
  let plain = '';
  for (let at = 0; at < text.length;) {
    const name = names.find((one) => text.startsWith(one, at));
    if (name === undefined) plain += text.charAt(at);
    else {
      if (plain !== '') parts.push({ words: plain, isMention: false });
      parts.push({ words: name, isMention: true });
      plain = '';
    }
    at += name?.length ?? 1;
  }
  return plain === '' ? parts : [...parts, { words: plain, isMention: false }];
}
