import { Flex } from 'antd';
import type { ImportKind } from '../../../models/contracts/imports';
import type { Query } from '../../api/address';
import { ExportButton } from '../../parts/export-button';
import { AddButton } from './add-button';
import { ImportButton } from './import-button';

/** What can be done with a list of records: taken as a file, filled from a file, and added to. */
export function ListActions({ kind, filters }: { readonly kind: ImportKind; readonly filters: Query }) {
  return (
    <Flex wrap gap={8}>
      <ExportButton list={kind} filters={filters} />
      <ImportButton kind={kind} />
      <AddButton kind={kind} />
    </Flex>
  );
}
