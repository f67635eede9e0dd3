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
    handle: async ({ deps, me, params: { id }, query: { inline = false } }) => {
      const document = await deps.db.documents.findById(id).lean();
      if (!document) throw new Problem('not-found');
      await caseSeenBy(deps.db, me, document.caseId);
      const { fileName, sha256, caseId } = document;
      return {
        status: 200,
        file: {
          stream: readFile(deps.db.connection, 'documents', id),
          contentType: 'application/pdf',
          fileName,
          sha256,
          isInline: inline,
        },
        access: { target: id, details: { caseId } },
      };
    },
  }),
];
