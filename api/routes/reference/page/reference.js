// Loaded before this file; it has no module form that a browser takes.
const { SwaggerUIBundle } = /** @type {{ SwaggerUIBundle: (options: object) => void }} */ (
  /** @type {unknown} */ (globalThis)
);

SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  defaultModelExpandDepth: 4,
  displayRequestDuration: true,
  // The default asks a service of the makers.
  validatorUrl: null,
  // A pass-key does not belong in the storage of a browser.
  persistAuthorization: false,
});
