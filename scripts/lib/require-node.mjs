// Old syntax only, no imports: even a Node that cannot read the rest must be able to say so.
var wanted = [20, 19];
var found = process.versions.node.split('.').map(Number);
if (found[0] < wanted[0] || (found[0] === wanted[0] && found[1] < wanted[1])) {
  console.error('Capacity Tracker needs Node.js %s or newer; this is %s. Get it from https://nodejs.org.', wanted.join('.'), process.versions.node);
  process.exit(1);
}
