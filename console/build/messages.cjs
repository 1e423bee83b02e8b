/**
 * Messages are parsed when the console is built: what browsers get is small and needs no parser of theirs (use-intl's
 * "format-only"; 12 kB less for everybody).
 */
module.exports = function compileMessages(text) {
  const done = this.async();
  import('icu-minify/compile').then(
    ({ default: compile }) => {
      const walk = (node) =>
        typeof node === 'string'
          ? compile(node)
          : Object.fromEntries(Object.entries(node).map(([key, value]) => [key, walk(value)]));
      done(null, `export default ${JSON.stringify(walk(JSON.parse(text)))};`);
    },
    (error) => done(error),
  );
};
