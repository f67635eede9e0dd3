import { WorkflowNotFoundError } from '@temporalio/client';
import { problemOfEngine } from '../../api/gateway-errors';

const notFound = (message: string) => problemOfEngine(new WorkflowNotFoundError(message, 'GZ-1', undefined)).code;

describe('what Temporal does not find', () => {
  it('a case that is gone, or that closed while it was asked, has closed: nobody asks again in vain', () => {
    expect(notFound('workflow execution already completed')).toBe('case-closed');
    expect(notFound('workflow update was aborted by closing workflow')).toBe('case-closed');
  });

  it('a request that Temporal forgot before the case saw it is made again', () => {
    expect(notFound('update "abc" not found')).toBe('busy');
  });
});
