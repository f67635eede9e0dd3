import { z } from 'zod';
import { attachmentAnswer } from '../../models/contracts/attachment';
import { id } from '../../models/contracts/fields';
import { readFile, removeFile } from '../../models/db/files';
import { said } from '../../models/faults';
import { Problem } from '../http/problem';
import { route } from '../http/route';
import { FILE_TYPES } from '../use-cases/file-types';
import { readableAttachment, shownAttachment, stage } from '../use-cases/attachments';

/** Files that people upload before they hand them in with a form. */
export const ATTACHMENT_ROUTES = [
  route({
    method: 'post',
    path: '/attachments',
    who: 'signed-in',
    summary: { zh: '上传附件', en: 'Upload a file' },
    repeats: 'stored',
    accepts: 'file',
    answers: { 201: attachmentAnswer },
    errors: ['invalid-input', 'wrong-type', 'too-large'],
    handle: async (call) => {
      const row = await stage(call);
      return {
        status: 201,
        body: shownAttachment(row),
        access: { target: row._id, details: { fileName: row.fileName } },
      };
    },
  }),
  route({
    method: 'get',
    path: '/attachments/{id}',
    who: 'signed-in',
    summary: { zh: '下载附件', en: 'Download a file' },
    repeats: 'none',
    params: z.object({ id }),
    answers: { 200: { contentTypes: FILE_TYPES.map(({ contentType }) => contentType) } },
    errors: ['not-found', 'invalid-input'],
    handle: async ({ deps, me, params }) => {
      const { _id, contentType, fileName, sha256, caseId } = await readableAttachment(deps, me, params.id);
      const stream = readFile(deps.db.connection, 'attachments', _id);
      return {
        status: 200,
        file: { stream, contentType, fileName, sha256 },
        access: { target: _id, details: { caseId } },
      };
    },
  }),
  route({
    method: 'delete',
    path: '/attachments/{id}',
    who: 'signed-in',
    summary: { zh: '删除未使用的附件', en: 'Delete a file that was not handed in' },
    repeats: 'none',
    params: z.object({ id }),
    answers: { 204: null },
    errors: ['not-found', 'invalid-input', 'wrong-state'],
    handle: async ({ deps, me, params }) => {
      const row = await readableAttachment(deps, me, params.id);
      const { deletedCount } = await deps.db.attachments.deleteOne({ _id: row._id, ownerId: me.id, caseId: null });
      if (deletedCount === 0) throw new Problem('wrong-state', said('file-of-a-case'));
      await removeFile(deps.db.connection, 'attachments', row._id);
      return { status: 204, access: { target: row._id, details: {} } };
    },
  }),
];
