import { Button, Checkbox, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import type { Mark } from '../../../models/contracts/signing';
import type { Strokes } from '../../../models/contracts/strokes';
import { useSigner } from '../../session/by-link';
import { useLanguage } from '../../words/use-language';
import { SignaturePad } from '../signature-pad';
import type { FieldProps } from './props';

/** Where one signs: by a tick, or as the policy of the step asks for. */
export function SignatureField(props: FieldProps<true | Mark>) {
  return props.of.field.signing === undefined ? <Ticked {...props} /> : <Signed {...props} />;
}

/** The signed-in person signs by a tick; name and time are taken from the decision itself. */
function Ticked({ value, onChange, id }: FieldProps<true | Mark>) {
  const { say } = useLanguage();
  const signer = useSigner();
  return (
    <Checkbox
      {...(id === undefined ? {} : { id })}
      className="signature"
      checked={value === true}
      onChange={({ target }) => onChange?.(target.checked ? true : undefined)}
    >
      {say('form.sign', { name: signer })}
    </Checkbox>
  );
}

interface Entered {
  readonly kind: Mark['kind'];
  readonly name: string;
  readonly strokes: Strokes;
}

/** Signs by hand; where a drawing is not required, a name that is typed will do. */
function Signed({ of, onChange, id }: FieldProps<true | Mark>) {
  const { say } = useLanguage();
  const signer = useSigner();
  const [entered, setEntered] = useState<Entered>({ kind: 'drawn', name: signer, strokes: [] });
  const { kind, name, strokes } = entered;
  const enter = (change: Partial<Entered>) => {
    const next = { ...entered, ...change };
    setEntered(next);
    onChange?.(markOf(next));
  };
  const isDrawn = kind === 'drawn';
  const isWrong = Form.Item.useStatus().status === 'error';
  const isNamed = name.trim() !== '';
  return (
    <Flex vertical gap={8} className="signing">
      <label className="signing-name">
        <span>{say('sign.name')}</span>
        <Input
          {...(isDrawn || id === undefined ? {} : { id })}
          // What is missing is marked: the drawing or the name.
          {...(isNamed ? { status: 'success' as const } : {})}
          value={name}
          maxLength={50}
          autoComplete="name"
          placeholder={isDrawn ? '' : say('sign.typeName')}
          onChange={({ target }) => enter({ name: target.value })}
        />
      </label>
      {isDrawn && (
        <SignaturePad
          id={id}
          strokes={strokes}
          isWrong={isWrong && isNamed}
          onChange={(next) => enter({ strokes: next })}
        />
      )}
      <div className="card-line">
        {isDrawn && (
          <Button disabled={strokes.length === 0} onClick={() => enter({ strokes: [] })}>
            {say('sign.again')}
          </Button>
        )}
        {of.field.signing === 'asked' && (
          <Button type="link" onClick={() => enter(isDrawn ? TYPED : { kind: 'drawn', name: signer, strokes: [] })}>
            {say(isDrawn ? 'sign.type' : 'sign.draw')}
          </Button>
        )}
      </div>
    </Flex>
  );
}

// Who types their name types it themselves.
const TYPED: Entered = { kind: 'typed', name: '', strokes: [] };

/** What is sent; nothing as long as something is missing. */
function markOf({ kind, name: written, strokes }: Entered): Mark | undefined {
  const name = written.trim();
  if (name === '' || (kind === 'drawn' && strokes.length === 0)) return undefined;
  return kind === 'drawn' ? { kind, name, strokes } : { kind, name };
}
