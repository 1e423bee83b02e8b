-- Events in the order in which they were published, one company at a time: replays and live streams.
-- Beside it stands events_unpublished for the rows that have no position yet.
create index events_position on core.events (tenant_id, position) where position is not null;
