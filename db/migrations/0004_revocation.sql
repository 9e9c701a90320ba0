-- Tells every process, after the commit, whose sockets to end: the payload is the name of their room.
CREATE FUNCTION notify_session_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_notify('revoked', 'session:' || OLD.public_id);
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER sessions_ended AFTER DELETE ON sessions
	FOR EACH ROW EXECUTE FUNCTION notify_session_ended();
--> statement-breakpoint
CREATE FUNCTION notify_rights_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_notify('revoked', 'person:' || NEW.id);
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER people_rights_changed AFTER UPDATE OF role, suspended_at ON people
	FOR EACH ROW
	WHEN (OLD.role IS DISTINCT FROM NEW.role OR OLD.suspended_at IS DISTINCT FROM NEW.suspended_at)
	EXECUTE FUNCTION notify_rights_changed();
