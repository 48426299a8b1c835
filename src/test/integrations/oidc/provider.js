// An identity provider as a company has one, on a free port of this machine; its address is the first line that it prints.
// "olga" is of the night shift, everybody else of no group that the service knows.
import { createServer } from 'node:http';
import { once } from 'node:events';
import Provider from 'oidc-provider';

const groups = (id) => (id === 'olga' || id === 'snow' ? ['medic-operators'] : ['strangers']);
const secret = process.argv[2];

const server = createServer();
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const issuer = `http://localhost:${server.address().port}`;

const resources = {
  'urn:presence-medic': { audience: 'presence-medic', accessTokenTTL: 300 },
  'urn:short': { audience: 'presence-medic', accessTokenTTL: 1 },
  'urn:other': { audience: 'another-service', accessTokenTTL: 300 },
};
const service = (id) => ({
  client_id: id,
  client_secret: secret,
  grant_types: ['client_credentials'],
  redirect_uris: [],
  response_types: [],
});

const provider = new Provider(issuer, {
  clients: [
    service('snow'),
    service('stranger'),
    {
      client_id: 'presence-medic-console',
      client_secret: secret,
      redirect_uris: ['http://localhost/console/sign-in'],
    },
  ],
  claims: { openid: ['sub', 'groups'], profile: ['preferred_username', 'name'] },
  conformIdTokenClaims: false,
  findAccount: (ctx, id) => ({
    accountId: id,
    claims: () => ({ sub: id, groups: groups(id), preferred_username: id, name: id }),
  }),
  extraTokenClaims: (ctx, token) => ({ groups: groups(token.accountId ?? token.clientId) }),
  cookies: { keys: [secret] },
  features: {
    clientCredentials: { enabled: true },
    devInteractions: { enabled: true },
    resourceIndicators: {
      enabled: true,
      getResourceServerInfo: (ctx, resource) => ({ scope: '', accessTokenFormat: 'jwt', ...resources[resource] }),
    },
  },
});
provider.Client.prototype.redirectUriAllowed = (uri) => /^http:\/\/(localhost|127\.0\.0\.1):\d+\/console\/sign-in$/.test(uri);

server.on('request', provider.callback());
console.log(issuer);
