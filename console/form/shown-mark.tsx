import type { Mark } from '../../models/contracts/signing';
import { pathOf, SIGNATURE_BOX } from '../../models/contracts/strokes';
import { useLanguage } from '../words/use-language';

/** How somebody signed: what they drew, or the name that they typed. */
export function ShownMark({ mark }: { readonly mark: Mark }) {
  const { say } = useLanguage();
  const { name } = mark;
  if (mark.kind === 'typed') return <>{say('sign.typed', { name })}</>;
  return (
    <figure className="signature-shown">
      <svg
        viewBox={`0 0 ${SIGNATURE_BOX.width} ${SIGNATURE_BOX.height}`}
        role="img"
        aria-label={say('sign.drawn', { name })}
      >
        <path className="signature-ink" d={pathOf(mark.strokes)} />
      </svg>
      <figcaption>{name}</figcaption>
    </figure>
  );
}
