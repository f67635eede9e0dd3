import { useRef, useState, type PointerEvent } from 'react';
import {
  distanceBetween,
  MOST_POINTS,
  MOST_STROKES,
  pathOf,
  pointsIn,
  SIGNATURE_BOX,
  simplified,
  type Point,
  type Strokes,
} from '../../models/contracts/strokes';
import { useLanguage } from '../words/use-language';

interface Props {
  readonly strokes: Strokes;
  readonly onChange: (strokes: Strokes) => void;
  readonly id?: string | undefined;
  /** That it was left empty is what is wrong. */
  readonly isWrong?: boolean;
}

// In units of the box: a finger trembles less than that, and nobody sees what lies within it.
const LEAST_STEP = 2;
const TOLERANCE = 0.8;

/** A field in which one signs with a finger, a pen or a mouse; what is kept is where it went, not a picture. */
export function SignaturePad({ strokes, onChange, id, isWrong = false }: Props) {
  const { say } = useLanguage();
  const pen = useRef<number>(null);
  const drawn = useRef<Point[]>([]);
  const [current, setCurrent] = useState<readonly Point[]>([]);

  const begin = (event: PointerEvent<SVGSVGElement>) => {
    // A second finger, or the ball of the hand, is no pen.
    if (pen.current !== null || event.button !== 0 || strokes.length >= MOST_STROKES) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    pen.current = event.pointerId;
    drawn.current = [pointOf(event)];
    setCurrent(drawn.current);
  };
  const goOn = (event: PointerEvent<SVGSVGElement>) => {
    if (event.pointerId !== pen.current) return;
    const [last, next] = [drawn.current.at(-1), pointOf(event)];
    if (last && distanceBetween(last, next) < LEAST_STEP) return;
    drawn.current = [...drawn.current, next];
    setCurrent(drawn.current);
  };
  const end = (event: PointerEvent<SVGSVGElement>) => {
    if (event.pointerId !== pen.current) return;
    pen.current = null;
    setCurrent([]);
    const all = [...strokes, simplified(drawn.current, TOLERANCE)];
    if (pointsIn(all) <= MOST_POINTS) onChange(all);
  };

  return (
    <svg
      {...(id === undefined ? {} : { id })}
      className={isWrong ? 'signature-pad signature-wrong' : 'signature-pad'}
      viewBox={`0 0 ${SIGNATURE_BOX.width} ${SIGNATURE_BOX.height}`}
      role="img"
      aria-label={say(strokes.length > 0 ? 'sign.padSigned' : 'sign.pad')}
      onPointerDown={begin}
      onPointerMove={goOn}
      onPointerUp={end}
      onPointerCancel={end}
    >
      {strokes.length === 0 && current.length === 0 && (
        <text className="signature-hint" x={SIGNATURE_BOX.width / 2} y={SIGNATURE_BOX.height / 2} aria-hidden>
          {say('sign.here')}
        </text>
      )}
      <path className="signature-line" d={`M30 ${SIGNATURE_BOX.height - 40}H${SIGNATURE_BOX.width - 30}`} />
      <path className="signature-ink" d={pathOf(current.length > 0 ? [...strokes, current] : strokes)} />
    </svg>
  );
}

/** Where the pen is, in units of the box; beyond its edge it is at the edge. */
function pointOf({ clientX, clientY, currentTarget }: PointerEvent<SVGSVGElement>): Point {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  return [
    within(((clientX - left) / width) * SIGNATURE_BOX.width, SIGNATURE_BOX.width),
    within(((clientY - top) / height) * SIGNATURE_BOX.height, SIGNATURE_BOX.height),
  ];
}

function within(value: number, most: number): number {
  return Math.round(Math.min(most, Math.max(0, value)));
}
