import type { Text } from '../../../models/contracts/text';
import { wallClock } from '../../../models/contracts/time';
import type { Versioned } from '../../../models/db';
import type { Column } from './column';

/** A column that is only exported: what is told of a row. */
export const told = <Row>(
  title: Text,
  value: Column<Row>['value'],
  { format = 'text', width = 20 }: Partial<Pick<Column<Row>, 'format' | 'width'>> = {},
): Column<Row> => ({ title, format, width, value });

/** A column of instants, written as the clock of the company's zone showed them. */
export const instant = <Row>(title: Text, at: (row: Row) => Date | string | null): Column<Row> => ({
  ...{ title, format: 'instant', width: 18 },
  value: (row, { timeZone }) => {
    const when = at(row);
    return when === null ? null : wallClock(when, timeZone);
  },
});

/** The record's id. */
export const RECORD_ID: Column<Versioned> = told({ zh: '记录编号', en: 'Id' }, ({ _id }) => _id);

/** When the record was changed last. */
export const CHANGED_AT: Column<Versioned> = instant({ zh: '更新时间', en: 'Changed' }, ({ updatedAt }) => updatedAt);
