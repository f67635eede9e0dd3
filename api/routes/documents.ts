import { z } from 'zod';
import { readFile } from '../../models/db/files';
import { Problem } from '../http/problem';
import { route } from '../http/route';
import { caseSeenBy } from '../use-cases/cases-seen';

/** Documents that procedures produced. */
export const DOCUMENT_ROUTES = [
  route({
    method: 'get',
    path: '/documents/{id}',
    who: 'signed-in',
    summary: { zh: '下载文档', en: 'Download a document' },
    repeats: 'none',
    params: z.strictObject({ id: z.string().max(120) }),
    query: z.strictObject({ inline: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional() }),
    answers: { 200: { contentTypes: ['application/pdf'] } },
    errors: ['not-found', 'invalid-input'],
    handle: async ({ deps, me, params: { id }, query: { inline = false }, request }) => {
      const document = await deps.db.documents.findById(id).lean();
      if (!document) throw new Problem('not-found');
      await caseSeenBy(deps.db, me, document.caseId);
      await deps.accessLog.append({
        personId: me.id,
        address: request.ip ?? '',
        action: 'document-download',
        target: id,
        result: 'ok',
        details: {},
      });
      const { fileName, sha256 } = document;
      return {
        status: 200,
        file: {
          stream: readFile(deps.db.connection, 'documents', id),
          contentType: 'application/pdf',
          fileName,
          sha256,
          isInline: inline,
        },
      };
    },
  }),
];
