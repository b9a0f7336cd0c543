-- An upload that was never brought in may be thrown away; its row holds nothing that the shop keeps.
GRANT DELETE ON import_run TO coatyard_app;
