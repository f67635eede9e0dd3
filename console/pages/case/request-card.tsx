import { Card } from 'antd';
import type { Case } from '../../api/types';
import { ShownForm } from '../../form/shown-form';
import { useLanguage } from '../../words/use-language';

/** What was applied for, as it stands now. */
export function RequestCard({ row }: { readonly row: Case }) {
  const { say } = useLanguage();
  if (!row.request) return null;
  return (
    <Card title={say('case.request')}>
      <ShownForm form={row.request.form} values={row.request.values} />
    </Card>
  );
}
