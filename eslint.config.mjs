import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import house from './tools/lint/house-rules.mjs';

const PRODUCT = ['api/**', 'worker/**', 'activities/**', 'workflows/**', 'models/**', 'console/**'];
const MAY_READ_ENVIRONMENT = ['models/config.ts', '*/main.ts', 'embedded/**', 'tools/**', 'test/**'];
const TAKES_INSTANTS_AS_ARGUMENTS = [
  'activities/record/**',
  'activities/calendar/**',
  'activities/documents/**',
  'models/calendar/**',
];

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', '.opsflow/']),
  { plugins: { house }, linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: ['**/*.{js,mjs,cjs}'], extends: [js.configs.recommended], rules: { 'no-undef': 'off' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { requireDefaultForNonUnion: true }],
      'house/layers': 'error',
      'house/no-enum': 'error',
      'house/no-module-state': 'error',

      // What strictTypeChecked says and this house does not mind:
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true },
      ],
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // Spreading a string counts Chinese characters rightly, and emojis hardly occur.
      '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'lib', name: 'string' }] }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Foreign enums, such as protobuf's, are given as the plain value.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // Overflows its stack on mongoose's recursive types (8.73.0).
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/unified-signatures': 'off',
      'no-control-regex': 'off',
      // The full-width space is punctuation in Chinese.
      'no-irregular-whitespace': ['error', { skipTemplates: true, skipRegExps: true, skipComments: true }],
    },
  },
  { files: ['console/**/*.{ts,tsx}'], extends: [reactHooks.configs.flat.recommended] },
  { files: ['**/*.ts'], ignores: MAY_READ_ENVIRONMENT, rules: { 'house/no-environment': 'error' } },
  { files: TAKES_INSTANTS_AS_ARGUMENTS, rules: { 'house/no-clock': 'error' } },
  { files: ['workflows/**'], rules: { 'house/no-polling': 'error' } },
  { files: PRODUCT, rules: { 'no-console': 'error' } },
  {
    files: ['test/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      // expect.any() and its kin are `any`; whatever is done with such a value is still checked.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
