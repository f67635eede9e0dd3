import { attachments, instant, optional, person, signature, text } from './fields';
import { form } from './form';
import type { Text } from './text';

const long = { multiline: true, max: 4000 } as const;

/** A meeting, as a procedure asks for it under an id of its own: when and where, and who takes the minutes [processes §0 Meetings]. */
export const meetingForm = (id: string, title: Text = { zh: '召开会议', en: 'Meeting' }) =>
  form(id, 1, title, {
    at: instant({ zh: '会议时间', en: 'Held at' }, { latest: 'now' }),
    place: text({ zh: '地点或方式', en: 'Place or means' }, { max: 200 }),
    minutesBy: person({ zh: '会议记录人', en: 'Minutes by' }, { among: 'staff' }),
  });

/** 会议纪要, by who takes them. */
export const minutesForm = (id: string) =>
  form(
    id,
    1,
    { zh: '会议纪要', en: 'Minutes' },
    {
      attendees: text({ zh: '参会人员', en: 'Who took part' }, { max: 1000 }),
      discussed: text({ zh: '会议内容', en: 'What was discussed' }, long),
      resolved: text({ zh: '会议决议', en: 'What was resolved' }, long),
      files: optional(attachments({ zh: '附件', en: 'Files' })),
      signature: signature({ zh: '记录人', en: 'Minutes by' }),
    },
  );
