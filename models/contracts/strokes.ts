/** Where the pen was, in whole units from the upper left corner of the box. */
export type Point = readonly [x: number, y: number];

/** What was drawn: each line from where the pen went down until it was lifted. */
export type Strokes = readonly (readonly Point[])[];

/** The box in which people sign. */
export const SIGNATURE_BOX = { width: 600, height: 240 } as const;

/** The most that a signature may hold; what people write takes a tenth of it. */
export const MOST_STROKES = 60;
/** The most points of all strokes together. */
export const MOST_POINTS = 1_500;

// A name is longer than that, and larger; dots and slips of the finger are not.
const LEAST_LENGTH = 60;
const LEAST_EXTENT = 30;

/** True for what is no signature: nothing, dots, a slip of the finger. */
export function isTooLittle(strokes: Strokes): boolean {
  const length = strokes.reduce((sum, stroke) => sum + lengthOf(stroke), 0);
  const extents = [0, 1].map((axis) => extentOf(strokes.flatMap((stroke) => stroke.map((point) => point[axis] ?? 0))));
  return length < LEAST_LENGTH || Math.max(...extents) < LEAST_EXTENT;
}

/** How many points the strokes have together. */
export function pointsIn(strokes: Strokes): number {
  return strokes.reduce((sum, stroke) => sum + stroke.length, 0);
}

/** The strokes as the path of an SVG, which PDF draws too; a stroke of one point is a dot where line ends are round. */
export function pathOf(strokes: Strokes): string {
  return strokes
    .map(([first, ...others]) => {
      if (!first) return '';
      const lines = others.length > 0 ? others : [first];
      return `M${first[0]} ${first[1]}${lines.map(([x, y]) => `L${x} ${y}`).join('')}`;
    })
    .join('');
}

/** The stroke without points that nobody would miss: those within the tolerance of the line between what stays (Ramer–Douglas–Peucker). */
export function simplified(stroke: readonly Point[], tolerance: number): readonly Point[] {
  const [first, last] = [stroke[0], stroke.at(-1)];
  if (!first || !last || stroke.length < 3) return stroke;
  const distances = stroke.map((point) => distanceTo(point, first, last));
  const farthest = Math.max(...distances);
  if (farthest <= tolerance) return [first, last];
  const at = distances.indexOf(farthest);
  return [...simplified(stroke.slice(0, at + 1), tolerance).slice(0, -1), ...simplified(stroke.slice(at), tolerance)];
}

/** How far two points are apart. */
export function distanceBetween([x, y]: Point, [toX, toY]: Point): number {
  return Math.hypot(toX - x, toY - y);
}

/** How far a point is from the straight line between two others. */
function distanceTo(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const squared = dx * dx + dy * dy;
  if (squared === 0) return distanceBetween(point, from);
  const along = ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / squared;
  const within = Math.min(1, Math.max(0, along));
  return distanceBetween(point, [from[0] + within * dx, from[1] + within * dy]);
}

function lengthOf(stroke: readonly Point[]): number {
  return stroke.reduce((sum, point, at) => sum + distanceBetween(stroke[at - 1] ?? point, point), 0);
}

function extentOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : Math.max(...values) - Math.min(...values);
}
