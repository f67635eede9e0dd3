import { Card } from 'antd';
import { FigureTable, type FigureLine } from './figure-table';

interface Props {
  readonly columns: readonly string[];
  /** By title; what has no lines is left out. */
  readonly tables: readonly (readonly [string, readonly FigureLine[]])[];
}

/** The same figures by one thing after another, a card each. */
export function FigureTables({ columns, tables }: Props) {
  return tables
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => (
      <Card key={title} size="small">
        <FigureTable title={title} columns={columns} lines={lines} />
      </Card>
    ));
}
