/** Health of the API's container: `node deploy/check-api.js`. Plain JavaScript: it runs often. */
const answer = await fetch('http://127.0.0.1:8080/readyz');
if (!answer.ok) throw new Error(`The API answers ${String(answer.status)}.`);
