import { stillMentioned, withMentions } from '../../console/pages/case/comments/mentioned';

const WANG = { id: 'U-wang', name: '王经理' };
const WANGS = { id: 'U-wang-2', name: '王经理助理' };

it('whoever is still named is mentioned, once; whose name was deleted is not', () => {
  expect(stillMentioned('请 @王经理 看', [WANG, WANG])).toEqual(['U-wang']);
  expect(stillMentioned('请看', [WANG])).toEqual([]);
});

it('a text is parted at those whom it mentions, the longer name first', () => {
  expect(withMentions('请 @王经理助理 和@王经理看', [WANG, WANGS])).toEqual([
    { words: '请 ', isMention: false },
    { words: '@王经理助理', isMention: true },
    { words: ' 和', isMention: false },
    { words: '@王经理', isMention: true },
    { words: '看', isMention: false },
  ]);
  expect(withMentions('没有提到 @谁', [WANG])).toEqual([{ words: '没有提到 @谁', isMention: false }]);
});
