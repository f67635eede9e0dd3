import { Link } from 'react-router';
import { useLanguage } from '../../words/use-language';
import type { Counts } from './figures';
import { registerWith, type ComplaintFilters } from './filters';

/** A line of figures, and by which filters the register shows what is behind them. */
export interface FigureLine {
  readonly key: string;
  readonly name: string;
  readonly counts: Counts;
  readonly filters: ComplaintFilters;
}

/** Figures of complaints, each leading to the complaints that it counts, as far as the register can be asked for them. */
export function FigureTable({ title, lines }: { readonly title: string; readonly lines: readonly FigureLine[] }) {
  const { say } = useLanguage();
  return (
    <table className="figure-table" aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">{say('figures.complaints')}</th>
          <th scope="col">{say('figures.recurring')}</th>
          <th scope="col">{say('figures.dissatisfied')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, name, counts: { complaints, recurring, dissatisfied }, filters }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td>
              <Link
                to={registerWith({ ...filters, counted: 'true' })}
                aria-label={say('figures.open', { of: name, count: complaints })}
              >
                {complaints}
              </Link>
            </td>
            <td>{recurring}</td>
            <td>
              {dissatisfied === 0 ? (
                0
              ) : (
                <Link
                  to={registerWith({ ...filters, counted: 'true', dissatisfied: 'true' })}
                  aria-label={say('figures.openDissatisfied', { of: name, count: dissatisfied })}
                >
                  {dissatisfied}
                </Link>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
