import { Link } from 'react-router';

/** A figure of a line; it leads to what it counts where that can be asked for. */
export interface Figure {
  readonly value: number | string;
  readonly to?: string;
  /** Says where the link leads. */
  readonly label?: string;
  /** Why it is not as it should be. */
  readonly wrong?: string;
}

/** A line of figures, in the order of the columns. */
export interface FigureLine {
  readonly key: string;
  readonly name: string;
  readonly figures: readonly Figure[];
}

interface Props {
  readonly title: string;
  readonly columns: readonly string[];
  readonly lines: readonly FigureLine[];
}

/** Figures by what they are of, each leading to what it counts as far as a list can be asked for that. */
export function FigureTable({ title, columns, lines }: Props) {
  return (
    <table className="figure-table" aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, name, figures }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {figures.map(({ value, to, label, wrong }, index) => (
              <td key={columns[index]} {...(wrong !== undefined && { className: 'overdue' })}>
                {to === undefined || value === 0 ? (
                  value
                ) : (
                  <Link to={to} aria-label={label}>
                    {value}
                  </Link>
                )}
                {wrong !== undefined && <div>{wrong}</div>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
