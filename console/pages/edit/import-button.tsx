import { UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import type { ImportKind } from '../../../models/contracts/imports';
import { EDITORS } from '../../../models/contracts/editors';
import { holdsAny, useMe } from '../../session/use-me';
import { useLanguage } from '../../words/use-language';
import { PLACES } from './places';

/** Leads to where many records come from a file, for those who may. */
export function ImportButton({ kind }: { readonly kind: ImportKind }) {
  const { say } = useLanguage();
  const navigate = useNavigate();
  const me = useMe();
  if (!holdsAny(me, EDITORS[kind])) return null;
  return (
    <Button icon={<UploadOutlined aria-hidden />} onClick={() => void navigate(`${PLACES[kind]}/import`)}>
      {say('action.import')}
    </Button>
  );
}
