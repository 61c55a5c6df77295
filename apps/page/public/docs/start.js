// The page of the API's reference; everything it loads is from here.
globalThis.SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  displayRequestDuration: true,
  filter: true,
  // A person who is signed in tries routes with the session's cookie.
  withCredentials: true,
  // Its badge would ask a server elsewhere.
  validatorUrl: null,
});
