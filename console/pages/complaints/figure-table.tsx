import { FigureTable } from '../../parts/figure-table';
import { useLanguage } from '../../words/use-language';
import type { Counts } from './figures';
import { registerWith, type ComplaintFilters } from './filters';

/** A line of figures, and by which filters the register shows what is behind them. */
export interface ComplaintFigures {
  readonly key: string;
  readonly name: string;
  readonly counts: Counts;
  readonly filters: ComplaintFilters;
}

/** Figures of complaints, each leading to the complaints that it counts, as far as the register can be asked for them. */
export function ComplaintTable({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly ComplaintFigures[];
}) {
  const { say } = useLanguage();
  return (
    <FigureTable
      title={title}
      columns={[say('figures.complaints'), say('figures.recurring'), say('figures.dissatisfied')]}
      lines={lines.map(({ key, name, counts: { complaints, recurring, dissatisfied }, filters }) => ({
        key,
        name,
        figures: [
          {
            value: complaints,
            to: registerWith({ ...filters, counted: 'true' }),
            label: say('figures.open', { of: name, count: complaints }),
          },
          { value: recurring },
          {
            value: dissatisfied,
            to: registerWith({ ...filters, counted: 'true', dissatisfied: 'true' }),
            label: say('figures.openDissatisfied', { of: name, count: dissatisfied }),
          },
        ],
      }))}
    />
  );
}
