-- What the OAuth authorization server keeps: codes, tokens, open requests and registered clients. What agents may do
-- stands in identity.oauth_grants; a token is nothing without its grant.

create table identity.oauth_records (
  kind        text not null,
  hash        bytea not null,
  grant_id    uuid references identity.oauth_grants on delete cascade,
  sealed      bytea not null,
  audience    text,
  scopes      text[],
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  consumed_at timestamptz,
  primary key (kind, hash)
);
comment on table identity.oauth_records is 'Codes, tokens, open requests and registered clients of the OAuth server, none of them readable at rest.';
comment on column identity.oauth_records.kind is 'As the library calls it: AccessToken, RefreshToken, AuthorizationCode, Interaction, Client …';
comment on column identity.oauth_records.hash is 'SHA-256 of the token, which holds 256 random bits, or of the client''s id.';
comment on column identity.oauth_records.grant_id is 'What it was issued under; null for what comes before a grant.';
comment on column identity.oauth_records.sealed is 'The record itself without its token, sealed with a key derived from the installation''s secret.';
comment on column identity.oauth_records.audience is 'Of an access token: the one resource that may accept it.';
comment on column identity.oauth_records.scopes is 'Of an access token: what it may do, never more than its grant.';
comment on column identity.oauth_records.created_at is 'When it was issued.';
comment on column identity.oauth_records.expires_at is 'When it stops working by itself.';
comment on column identity.oauth_records.consumed_at is 'When it was exchanged. A second exchange ends the grant.';
create index oauth_records_grant on identity.oauth_records (grant_id);
create index oauth_records_age on identity.oauth_records (expires_at);
call identity.guard('identity.oauth_records');
