import { PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { EDITORS } from '../../../models/contracts/editors';
import { holdsAny, useMe } from '../../session/use-me';
import { useLanguage } from '../../words/use-language';

/** Asks for the id of a new calendar and leads to its draft, for those who may. */
export function AddCalendar() {
  const { say } = useLanguage();
  const navigate = useNavigate();
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  const [form] = Form.useForm<{ id: string }>();
  if (!holdsAny(me, EDITORS.calendars)) return null;
  return (
    <>
      <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {say('calendars.add')}
      </Button>
      <Modal
        open={isOpen}
        title={say('calendars.add')}
        okText={say('calendars.add')}
        cancelText={say('action.cancel')}
        onOk={() => form.submit()}
        onCancel={() => setOpen(false)}
      >
        <Form form={form} layout="vertical" onFinish={({ id }) => void navigate(`/calendars/${id}/edit`)}>
          <Form.Item
            name="id"
            label={say('calendar.id')}
            extra={say('calendar.idHelp')}
            rules={[{ required: true, pattern: /^[A-Za-z0-9-]{1,64}$/, message: say('calendar.idHelp') }]}
          >
            <Input maxLength={64} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
