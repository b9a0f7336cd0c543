SELECT guard_tenant_table('event_seal', 'SELECT, INSERT');
