-- MCP servers of others that the operator lists in the registry (/v0.1/servers). Ours stand in the code.

create table core.mcp_servers (
  tenant_id         uuid not null default core.tenant_id(),
  id                uuid not null,
  name              text not null,
  server_version    text not null,
  server            jsonb not null,
  status            text not null check (status in ('active', 'deprecated', 'deleted')),
  status_changed_at timestamptz not null,
  published_at      timestamptz not null,
  updated_at        timestamptz not null,
  primary key (tenant_id, id),
  constraint mcp_servers_version unique (tenant_id, name, server_version)
);
comment on table core.mcp_servers is 'MCP servers of others that the operator lists, in the platform''s own tenant; public.';
comment on column core.mcp_servers.tenant_id is 'Always the platform''s own.';
comment on column core.mcp_servers.id is 'UUID version 7.';
comment on column core.mcp_servers.name is 'Reverse DNS and a name, e.g. com.example/weather.';
comment on column core.mcp_servers.server_version is 'As the server''s own description says.';
comment on column core.mcp_servers.server is 'Its description (server.json).';
comment on column core.mcp_servers.status is 'active, deprecated, or deleted: kept so that copies of the list hear of it.';
comment on column core.mcp_servers.status_changed_at is 'When that was last changed.';
comment on column core.mcp_servers.published_at is 'When it was first listed.';
comment on column core.mcp_servers.updated_at is 'When anything of it was last changed.';

-- The one that every installation knows: who hosts at Hostinger manages it by an agent. The operator may take it off.
insert into core.mcp_servers values (
  '00000000-0000-7000-8000-000000000000', '00000000-0000-7000-8000-000000000011',
  'io.github.hostinger/hostinger-api-mcp', '3.2.1',
  '{"$schema": "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json",
    "name": "io.github.hostinger/hostinger-api-mcp", "title": "Hostinger", "description": "MCP server for Hostinger API",
    "version": "3.2.1", "repository": {"url": "https://github.com/hostinger/api-mcp-server", "source": "github"},
    "packages": [{"registryType": "npm", "identifier": "hostinger-api-mcp", "version": "3.2.1", "transport": {"type": "stdio"},
      "environmentVariables": [{"name": "HOSTINGER_API_TOKEN", "isRequired": false, "isSecret": true}]}],
    "remotes": [{"type": "streamable-http", "url": "https://mcp.hostinger.com"}]}',
  'active', clock_timestamp(), clock_timestamp(), clock_timestamp());

call core.protect('core.mcp_servers', 'smarteros_app', 'smarteros_operator');
grant select on core.mcp_servers to smarteros_app;
grant select, insert, update on core.mcp_servers to smarteros_operator;
