import type { Letter } from './letter';

/** A letter as plain text. */
export function asText(letter: Letter): string {
  const colon = letter.language === 'en' ? ': ' : '：';
  const block = (...lines: readonly string[]) => lines.join('\n');
  const blocks = [
    letter.salutation,
    letter.lead,
    letter.reason ? block(`${letter.reason.label}${colon.trimEnd()}`, letter.reason.text) : '',
    letter.afterword,
    block(...letter.facts.map(([label, value]) => `${label}${colon}${value}`)),
    letter.link ? block(`${letter.link.label}${colon.trimEnd()}`, letter.link.url) : '',
    block('--', ...letter.footer),
  ];
  return `${blocks.filter((part) => part !== '').join('\n\n')}\n`;
}
