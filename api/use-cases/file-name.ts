const LONGEST_NAME = 150;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A file's name without path, control characters and marks that turn the direction of text; null when nothing is left. */
export function safeFileName(sent: string): string | null {
  const [base = ''] = sent.split(/[/\\]/).slice(-1);
  const name = base.normalize('NFC').replaceAll(UNSEEN, '').replaceAll(/\s+/g, ' ').trim().replace(/^\.+/, '');
  const [, stem = name, extension = ''] = /^(.*?)(\.[a-z0-9]{1,10})?$/i.exec(name) ?? [];
  const short = Array.from(stem)
    .slice(0, LONGEST_NAME - extension.length)
    .join('')
    .trim();
  return short === '' ? null : short + extension;
}
