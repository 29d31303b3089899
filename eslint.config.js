import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import { defineConfig } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './web/svelte.config.js';

/** Rooms that run on the server; `web/` and `examples/` may use none of them but `contract/`. */
const SERVER_ROOMS = [
  'activities',
  'administration',
  'api',
  'cli',
  'config',
  'db',
  'dev',
  'keys',
  'logging',
  'models',
  'storage',
  'temporal',
  'workflows',
];

/** The walls between the rooms: `target` may not import from `from`, except what is named. */
const WALLS = [
  {
    target: './contract',
    from: '.',
    except: ['./contract', './node_modules/zod', './node_modules/vitest'],
  },
  {
    target: './contract/*.ts',
    from: './contract/schema',
    message: 'zod doubles the workflow bundle: only the API parses.',
  },
  {
    target: './workflows',
    from: '.',
    except: [
      './workflows',
      './contract',
      './activities/activity-types.ts',
      './activities/failure-type.ts',
      './node_modules',
    ],
    message: 'Workflow code runs in a sandbox.',
  },
  { target: './workflows', from: './contract/schema', message: 'zod doubles the bundle.' },
  ...['administration', 'api', 'cli', 'temporal', 'db', 'workflows', 'storage', 'dev'].map(
    (room) => ({
      target: './models',
      from: `./${room}`,
      message: 'models/ is pure vision: no database, Temporal or HTTP.',
    }),
  ),
  {
    target: './models/!(bench)/**',
    from: './activities',
    message: 'models/ is pure vision: no database, Temporal or HTTP.',
  },
  {
    target: './models/bench',
    from: './activities',
    except: ['./vision'],
    message: 'A bench measures what the product answers, which activities/vision says.',
  },
  ...['models', 'activities', 'workflows', 'cli', 'dev'].map((room) => ({
    target: './api',
    from: `./${room}`,
    message: 'The API hands work to workflows; inference would block its event loop.',
  })),
  ...['api', 'cli', 'temporal', 'activities', 'models', 'workflows', 'dev'].map((room) => ({
    target: './administration',
    from: `./${room}`,
    message: 'The operator API and the command line both stand on administration/.',
  })),
  ...['administration', 'api', 'workflows', 'cli', 'dev', 'temporal'].map((room) => ({
    target: './activities',
    from: `./${room}`,
  })),
  ...['administration', 'api', 'activities', 'models', 'workflows', 'cli', 'dev', 'temporal'].map(
    (room) => ({
      target: './db',
      from: `./${room}`,
    }),
  ),
  ...SERVER_ROOMS.map((room) => ({ target: './web', from: `./${room}` })),
  {
    target: './sdk',
    from: '.',
    except: ['./sdk', './node_modules/vite', './node_modules/vitest', './node_modules/fast-check'],
    message: 'The Web SDK has no dependencies: partners install it alone.',
  },
  ...SERVER_ROOMS.map((room) => ({ target: `./${room}`, from: './sdk' })),
  ...[...SERVER_ROOMS, 'contract', 'sdk'].map((room) => ({
    target: './examples',
    from: `./${room}`,
    message: 'The sample partner knows the public contract alone.',
  })),
];

export default defineConfig(
  {
    ignores: [
      'build/',
      'coverage/',
      '.kenali/',
      'db/migrations/',
      'examples/partner/kenali-api.d.ts',
    ],
  },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  ...ts.configs.stylisticTypeChecked,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      globals: globals.node,
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      // The root's: the Web SDK has a package.json of its own, and nothing in it.
      'import-x/no-extraneous-dependencies': ['error', { packageDir: import.meta.dirname }],
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones: WALLS }],
      'no-console': 'error',
      curly: ['error', 'multi-line'],
      eqeqeq: 'error',
      'object-shorthand': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.ts', '**/*.js'],
    ignores: ['models/**', 'test/screens/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: ['onnxruntime-node', 'sharp'], patterns: ['**/index.js'] },
      ],
    },
  },
  {
    files: ['workflows/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: ['node:*', '@temporalio/!(workflow|common)'] },
      ],
    },
  },
  {
    files: ['**/*.test.ts', 'test/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: [
      'cli/**',
      'dev/**',
      'examples/**',
      'models/bench/**',
      'test/bench/**',
      'test/chaos/**',
      'test/screens/**',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['*.config.js', '*.config.ts', '{web,sdk/web}/*.config.*', '**/*.svelte'],
    rules: { 'import-x/no-default-export': 'off', 'no-restricted-imports': 'off' },
  },
  {
    files: ['contract/*.ts', 'web/src/**', 'sdk/web/src/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      // What else is too new TypeScript finds by the `lib` of web/ and sdk/; this one the types of Node bring back.
      'no-restricted-properties': [
        'error',
        { property: 'at', message: 'Safari 14 and Chrome 88 do not have it.' },
      ],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { parser: ts.parser, svelteConfig },
    },
  },
  prettier,
  ...svelte.configs.prettier,
);
