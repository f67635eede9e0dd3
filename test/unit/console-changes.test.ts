import { isCreation } from '../../console/parts/change-words';

test('a record came to be where nothing was before, not even its name', () => {
  expect(isCreation({ name: { from: null, to: '接收端' }, processes: { from: null, to: [] } })).toBe(true);
  expect(isCreation({ name: { from: '旧', to: '新' }, url: { from: null, to: 'https://a.example' } })).toBe(false);
  expect(isCreation({ phone: { from: '', to: '138 0000 0000' } })).toBe(false);
});
