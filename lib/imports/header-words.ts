import type { ImportKind } from "@/db/vocabulary";

/** How shops head their columns, in English, German, French, Spanish, Italian and Dutch; lower case, without accents. */
export const headerWords: Record<ImportKind, Record<string, string>> = {
  customers: {
    name: "customer|customer name|customer full name|client|client name|account|account name|display name|name|kunde|kundenname|name des kunden|firma/name|nom du client|nom|nombre|cliente|nombre del cliente|nombre cliente|nome|nome cliente|ragione sociale|klant|klantnaam|naam|customer/company|bill to|debitor|raison sociale|razon social",
    company:
      "company|company name|business|business name|organization|organisation|firm|firma|firmenname|unternehmen|societe|entreprise|empresa|compania|azienda|societa|ditta|bedrijf|bedrijfsnaam",
    firstName:
      "first name|first|given name|forename|vorname|prenom|nombre de pila|primer nombre|nome di battesimo|voornaam",
    lastName:
      "last name|last|surname|family name|nachname|familienname|zuname|nom de famille|apellido|apellidos|cognome|achternaam",
    contact:
      "full name|contact|contact name|contact person|primary contact|attn|attention|ansprechpartner|kontakt|kontaktperson|ansprechperson|interlocuteur|personne de contact|contacto|persona de contacto|contatto|referente|contactpersoon",
    email:
      "email|e mail|mail|email address|e mail address|email addresses|main email|emailadresse|e mail adresse|courriel|adresse e mail|adresse mail|correo|correo electronico|posta elettronica|indirizzo email|e mailadres|email 2|billing email",
    phone:
      "phone|phone numbers|phone number|telephone|tel|tel no|tel nr|main phone|work phone|office phone|business phone|ph|ph #|phone 1|phone 2|telefon|telefonnummer|festnetz|rufnummer|numero de telephone|telefono|fijo|telefono fijo|telefoon|telefoonnummer|tel fixe|contact number",
    mobile:
      "mobile|mobile phone|cell|cell phone|cellphone|mobile number|handy|mobil|mobiltelefon|handynummer|portable|tel portable|telephone portable|gsm|movil|celular|telefono movil|cellulare|mobiel",
    billAddress:
      "bill address|billing address|bill to address|address|full address|mailing address|rechnungsadresse|rechnungsanschrift|adresse|anschrift|adresse de facturation|direccion|direccion de facturacion|domicilio|indirizzo|indirizzo di fatturazione|adres|factuuradres|main address",
    shipAddress:
      "ship address|shipping address|ship to|ship to address|delivery address|lieferadresse|lieferanschrift|versandadresse|adresse de livraison|direccion de envio|direccion de entrega|indirizzo di spedizione|indirizzo di consegna|afleveradres|verzendadres",
    street:
      "street|street address|address 1|address line 1|address1|bill street|billing street|strasse|str|strasse nr|strasse und hausnummer|rue|voie|calle|via|straat|adresse 1",
    city: "city|town|bill city|billing city|ort|stadt|wohnort|ville|localite|commune|ciudad|poblacion|localidad|citta|comune|localita|plaats|stad|woonplaats|suburb",
    region:
      "state|province|region|county|st|state/province|bill state|billing state|bundesland|kanton|departement|provincia|estado|regione|provincie",
    postcode:
      "zip|zip code|postal code|postcode|post code|zip/postal code|bill zip|billing zip|plz|postleitzahl|code postal|cp|codigo postal|cap|codice postale|pc",
    country: "country|bill country|land|pays|pais|paese|nazione",
    kind: "customer type|type|category|class|segment|group|price tier|price level|kundentyp|kundenart|kundengruppe|typ|kategorie|art|type de client|categorie|tipo|tipo de cliente|tipo cliente|categoria|klanttype|soort",
    terms:
      "terms|payment terms|net terms|zahlungsziel|zahlungsbedingungen|zahlungsbedingung|conditions de paiement|delai de paiement|reglement|condiciones de pago|forma de pago|condizioni di pagamento|pagamento|betalingsvoorwaarden|betaaltermijn|betalingstermijn|credit terms",
    createdOn:
      "created on|created|customer since|since|date created|date added|added|create date|start date|opened|angelegt|angelegt am|erstellt|erstellt am|kunde seit|seit|cree le|date de creation|client depuis|creado|fecha de alta|alta|fecha alta|creato|creato il|cliente dal|data creazione|aangemaakt|klant sinds|datum",
    number:
      "customer number|customer no|customer id|customer #|account number|account no|account #|cust no|cust #|cust id|id|no|nr|kundennummer|kunden nr|kundennr|kdnr|kd nr|debitorennummer|n client|numero client|no client|code client|numero de cliente|codigo cliente|codigo|n cliente|codice cliente|klantnummer|klantnr|debiteurnummer",
    active:
      "active|inactive|status|is active|active status|customer status|aktiv|inaktiv|gesperrt|actif|inactif|activo|inactivo|attivo|actief|blocked|estado cliente|statut|stato",
    notes:
      "note|notes|comment|comments|remark|remarks|memo|notiz|notizen|bemerkung|bemerkungen|kommentar|anmerkung|anmerkungen|remarque|remarques|commentaire|commentaires|observations|notas|nota|comentarios|observaciones|commento|osservazioni|opmerking|opmerkingen|notitie|notities|info|description",
    balance:
      "open balance|balance|outstanding|amount due|balance total|saldo|offener betrag|offen|offene posten|solde|encours|saldo pendiente|openstaand|openstaand saldo",
    taxId:
      "tax id|vat|vat number|vat no|ein|resale no|resale number|tax number|ust id|ust idnr|ustid|uid|steuernummer|tva|numero tva|n tva|siret|siren|nif|cif|partita iva|p iva|btw|btw nummer|abn",
    website: "website|web|url|site|homepage|internet|webseite|site web|sitio web|sito",
    fax: "fax|fax number|telefax|faxnummer|telecopie",
  },
  jobs: {
    number:
      "ticket|ticket #|ticket no|ticket number|job|job #|job no|job number|job id|work order|work order #|wo|wo #|w/o|order|order #|order no|order number|no|number|#|id|ref|reference|traveler|traveller|auftrag|auftrags nr|auftragsnummer|auftragsnr|auftr nr|nr|nummer|lfd nr|beleg|belegnr|commande|n commande|numero de commande|n° commande|n de|n|numero|bon|n bon|ordre|n ordre|n de travail|dossier|n dossier|pedido|n pedido|numero de pedido|orden|n orden|orden de trabajo|ot|albaran|commessa|n commessa|ordine|n ordine|numero ordine|opdracht|opdrachtnummer|ordernummer|order nr|bonnummer|inv #|invoice|invoice #|invoice no",
    received:
      "date in|in|received|date received|rec'd|recd|received on|received date|drop off|dropped off|drop off date|intake|intake date|arrived|date|order date|job date|checked in|opened|created|start|start date|eingang|eingangsdatum|eingegangen|annahme|angenommen|angenommen am|anlieferung|wareneingang|datum|auftragsdatum|erfasst|entree|date entree|date d'entree|recu|recu le|date de reception|reception|date|depot|date depot|entrada|fecha entrada|fecha de entrada|recibido|fecha|fecha de recepcion|recepcion|ingresso|data ingresso|arrivo|data arrivo|ricevuto|data|data ordine|binnen|binnengekomen|ontvangen|datum in|datum binnen|ontvangst|ontvangstdatum",
    due: "due|due date|date due|promised|promise|promise date|promised for|needed|needed by|need by|required|required by|want date|wanted|deadline|ready by|target|target date|eta|due by|liefertermin|termin|faellig|fallig|faellig am|fallig am|faelligkeit|falligkeit|bis|soll|solltermin|wunschtermin|abholtermin|fertig bis|echeance|date d'echeance|date echeance|delai|date prevue|prevu|prevu le|livraison prevue|pour le|entrega prevista|vencimiento|fecha de entrega|fecha entrega|entrega|plazo|fecha limite|prevista|compromiso|consegna|data consegna|consegna prevista|scadenza|data scadenza|entro|leverdatum|levering|klaar voor|vervaldatum|gereed|gereed op|deadline",
    customer:
      "customer|customer name|client|client name|cust|account|company|name|who|bill to|kunde|kundenname|auftraggeber|firma|besteller|nom du client|nom client|donneur d'ordre|societe|nom|cliente|nombre cliente|nombre del cliente|nombre|nome cliente|committente|ditta|nome|klant|klantnaam|opdrachtgever|naam|sold to",
    parts:
      "parts|part|parts / description|parts/description|description|desc|item|items|work|job description|what|parts description|work description|product|scope|details|part description|bezeichnung|beschreibung|teile|teil|artikel|gegenstand|werkstueck|werkstuck|leistung|ware|material/teile|position|designation|pieces|piece|libelle|article|travail|objet|descripcion|piezas|pieza|articulo|trabajo|concepto|descrizione|pezzi|pezzo|articolo|lavorazione|oggetto|omschrijving|onderdelen|onderdeel|werk|stuks omschrijving|stukken",
    quantity:
      "qty|quantity|pcs|pieces|count|# of parts|no of pieces|qnty|menge|stueck|stuck|stk|stueckzahl|stuckzahl|anzahl|quantite|qte|nb|nombre de pieces|nb pieces|cantidad|cant|uds|unidades|quantita|qta|n pezzi|aantal|stuks|hoeveelheid",
    substrate:
      "metal|substrate|base metal|material|alloy|werkstoff|material|metall|grundwerkstoff|untergrund|metal de base|support|matiere|metallo|materiale|materiaal|ondergrond|metaal",
    colour:
      "color|colour|colors|colours|color code|colour code|powder|powder color|powder colour|finish|finish color|coating|ral|ral code|farbe|farbton|ral farbe|ral ton|pulver|farbe/oberflaeche|oberflaeche|beschichtung|couleur|teinte|coloris|poudre|finition|color ral|acabado|pintura|polvo|colore|tinta|polvere|finitura|kleur|ral kleur|poeder|afwerking",
    gloss: "gloss|sheen|gloss level|glanz|glanzgrad|brillance|brillo|brillantezza|glans|glansgraad",
    area: "sq ft|sqft|sf|square feet|sq feet|area|surface area|surface|total area|sq footage|square footage|ft2|ft 2|m2|sqm|sq m|square meters|square metres|flaeche|flache|qm|quadratmeter|oberflaeche m2|surface m2|metres carres|superficie|metros cuadrados|area m2|mq|metri quadri|oppervlakte|oppervlak|vierkante meters",
    price:
      "price|total|amount|total price|quote|quoted|job total|invoice amount|invoice total|charge|billed|sale|sales|revenue|$|sell price|job price|our price|value|preis|betrag|summe|gesamt|gesamtpreis|netto|nettobetrag|rechnungsbetrag|auftragswert|prix|montant|prix ht|montant ht|total ht|prix total|precio|importe|precio total|prezzo|importo|totale|prezzo totale|imponibile|prijs|bedrag|totaal|totaalprijs|totaalbedrag|excl btw",
    status:
      "status|stage|state|progress|where|phase|job status|stand|zustand|arbeitsstand|bearbeitungsstand|statut|etat|avancement|etape|estado|situacion|fase|stato|avanzamento|stadium|fase|voortgang",
    paid: "paid|paid?|payment|pd|pmt|payment status|settled|bezahlt|bez|zahlung|zahlungsstatus|beglichen|paye|regle|paiement|reglement|pagado|pago|cobrado|pagato|pagamento|saldato|betaald|betaling",
    notes:
      "notes|note|comments|comment|remarks|remark|special instructions|instructions|memo|office notes|shop notes|internal notes|bemerkung|bemerkungen|notiz|notizen|anmerkung|anmerkungen|hinweis|hinweise|kommentar|sonstiges|remarque|remarques|commentaire|commentaires|observations|observation|notas|nota|observaciones|comentarios|notes|annotazioni|osservazioni|commenti|opmerking|opmerkingen|notitie|notities|bijzonderheden",
    po: "po|po #|po no|po number|p o|p o #|purchase order|customer po|cust po|customer order|customer order no|their po|your ref|customer ref|bestell nr|bestellnummer|bestellnr|bestellung|kunden bestellnr|ihre bestellung|bst nr|kommission|ref client|reference client|bon de commande|n bon de commande|commande client|bc client|pedido cliente|su pedido|orden de compra|oc|ref cliente|ordine cliente|rif cliente|vs ordine|uw referentie|inkooporder|inkoopnummer|bestelnummer|klantreferentie",
    delivered:
      "delivered|delivered on|date out|out|picked up|pick up date|pickup date|date picked up|shipped|ship date|completed|completed on|complete date|date completed|finished|date finished|closed|date closed|ausgang|ausgeliefert|geliefert am|abgeholt am|abholung|fertig am|erledigt am|sortie|date sortie|date de sortie|livre le|retire le|termine le|salida|fecha salida|fecha de salida|entregado|retirado|uscita|data uscita|consegnato il|ritirato|uit|datum uit|afgehaald|afgehaald op|geleverd op|gereed op",
    cost: "cost|costs|our cost|job cost|cogs|kosten|selbstkosten|cout|couts|coste|costo|costi|kostprijs",
    margin:
      "margin|mrgn|profit|gp|gm|markup|profit margin|marge|gewinn|deckungsbeitrag|db|benefice|margen|beneficio|margine|utile|winst",
    tax: "tax|sales tax|vat|gst|hst|mwst|ust|steuer|tva|iva|btw|impuesto",
    assignee:
      "assigned|assigned to|tech|technician|employee|coater|painter|by|taken by|mitarbeiter|bearbeiter|lackierer|operateur|responsable|operario|responsable|operatore|addetto|medewerker",
    phone:
      "phone|telephone|tel|cell|mobile|contact number|telefon|telefonnummer|handy|portable|telefono|movil|cellulare|telefoon|mobiel",
    email: "email|e mail|mail|email address|courriel|correo|correo electronico",
  },
  powders: {
    maker:
      "maker|manufacturer|mfr|mfg|mfgr|brand|make|powder brand|hersteller|herst|marke|fabrikat|fabricant|marque|fabricante|marca|produttore|fabrikant|merk|producent",
    code: "code|product code|part #|part no|part number|sku|item|item #|item no|item number|product|product no|product number|powder code|powder #|product id|article|artikel|artikelnr|artikelnummer|art nr|artnr|art no|bestellnr|bestellnummer|produktnummer|produkt nr|reference|ref|code produit|code article|codigo|referencia|cod|codice|codice prodotto|cod articolo|riferimento|productcode|artikelcode|poedercode",
    name: "color|colour|color name|colour name|name|description|powder|powder name|product name|shade|farbe|farbton|farbname|bezeichnung|name|pulver|couleur|teinte|coloris|designation|libelle|nom|nombre|color nombre|descripcion|tono|colore|tinta|descrizione|nome|kleur|omschrijving|naam|kleurnaam",
    colourCode:
      "ral|ral code|ral #|ral no|ral nr|ral nummer|color code|colour code|ral/fs|ncs|code ral|codigo ral|codice ral|ral nummer",
    gloss:
      "gloss|sheen|gloss level|finish|glanz|glanzgrad|finition|brillance|acabado|brillo|finitura|brillantezza|glans|glansgraad|afwerking",
    texture:
      "texture|surface|structure|struktur|oberflaeche|structure|aspect|textura|superficie|struttura|aspetto|structuur",
    chemistry:
      "chemistry|resin|resin type|type|chem|powder type|chemie|pulverart|harz|bindemittel|pulvertyp|qualitaet|resine|type de poudre|quimica|resina|tipo|tipo de polvo|tipo polvere|chimica|hars|poedersoort",
    amount:
      "lbs on hand|lb on hand|on hand|qty on hand|quantity on hand|qty|quantity|amount|stock|in stock|lbs|pounds|weight|inventory|remaining|left|current|qoh|current stock|kg|kgs|kg on hand|available|balance|bestand|lagerbestand|menge|vorrat|restmenge|gewicht|rest|kg bestand|ist bestand|stock|en stock|quantite|qte|poids|restant|stock kg|reste|existencias|cantidad|existencia|stock actual|peso|kilos|disponible|giacenza|quantita|qta|scorta|disponibilita|rimanenza|voorraad|hoeveelheid|aantal|gewicht|op voorraad",
    unit: "unit|units|uom|u/m|unit of measure|einheit|me|mengeneinheit|unite|unidad|unita|um|u m|eenheid",
    boxes:
      "boxes|# boxes|no of boxes|full boxes|cartons|kartons|anzahl kartons|gebinde anzahl|boites|cartons nb|cajas|scatole|dozen",
    box: "box|box size|box wt|box weight|lbs per box|lb/box|carton|carton size|case size|pack size|pack|container|container size|unit size|kg/box|karton|kartongroesse|kartongrosse|gebinde|gebindegroesse|gebindegrosse|verpackung|verpackungseinheit|ve|carton kg|conditionnement|emballage|boite|contenance|caja|tamano caja|envase|kg caja|formato|scatola|confezione|imballo|kg scatola|doos|doosgrootte|verpakking|kg doos",
    price:
      "price|$/lb|price/lb|cost|cost/lb|price per lb|cost per lb|unit cost|unit price|$/kg|price/kg|cost per kg|price per kg|$|last cost|purchase price|preis|ek|ek preis|einkaufspreis|preis/kg|preis je kg|eur/kg|€/kg|€|kg preis|stueckpreis|prix|prix/kg|prix au kg|prix unitaire|pu|cout|cout unitaire|prix achat|precio|precio/kg|precio kg|coste|costo|precio unitario|prezzo|prezzo/kg|prezzo al kg|costo unitario|prijs|prijs/kg|kiloprijs|inkoopprijs|kostprijs|£/kg|gbp/kg",
    location:
      "location|loc|shelf|bin|where|rack|storage|bay|aisle|position|spot|lager|lagerort|lagerplatz|regal|fach|platz|standort|ort|emplacement|lieu|rayon|etagere|ubicacion|estante|lugar|almacen|posicion|ubicazione|scaffale|posizione|magazzino|locatie|plaats|stelling|schap|plek",
    opened:
      "opened|open date|date opened|opened on|geoeffnet|geoffnet|geoeffnet am|geoffnet am|anbruch|angebrochen|angebrochen am|anbruchdatum|ouvert|ouvert le|date ouverture|date d'ouverture|abierto|abierto el|fecha apertura|fecha de apertura|aperto|aperto il|data apertura|geopend|geopend op|aangebroken",
    received:
      "received|date received|received on|receipt date|rec'd|recd|purchased|date purchased|purchase date|bought|date in|eingang|eingang am|wareneingang|erhalten|geliefert|geliefert am|lieferdatum|einkaufsdatum|recu|recu le|date reception|date de reception|achete le|recibido|fecha recepcion|fecha de recepcion|fecha compra|comprado|ricevuto|data ricevimento|data arrivo|data acquisto|ontvangen|ontvangen op|ontvangstdatum|aankoopdatum",
    made: "made|made on|mfg date|manufactured|date of manufacture|manufacture date|dom|production date|prod date|hergestellt|herstelldatum|herstellungsdatum|produktionsdatum|fabrique le|date fabrication|date de fabrication|fabricacion|fecha fabricacion|fecha de fabricacion|prodotto il|data produzione|productiedatum|fabricagedatum",
    lot: "lot|lot #|lot no|lot number|batch|batch #|batch no|batch number|charge|chargen nr|chargennr|chargennummer|charge nr|los|los nr|losnummer|lot n|n lot|numero de lot|n de lot|lote|n lote|numero de lote|lotto|n lotto|numero lotto|partij|partijnummer|batchnummer|lotnummer|charge nummer",
    expiry:
      "exp|expires|expiry|expiry date|exp date|expiration|expiration date|best before|use by|shelf life|shelf life end|bb|bbd|mhd|haltbar bis|haltbarkeit|verfall|verfallsdatum|ablauf|ablaufdatum|verwendbar bis|peremption|date peremption|date de peremption|dluo|dlu|a utiliser avant|valable jusqu'au|expire le|caducidad|fecha caducidad|fecha de caducidad|caduca|vence|vencimiento|scadenza|data scadenza|data di scadenza|scade|da usare entro|houdbaar tot|tht|vervaldatum|houdbaarheid|houdbaarheidsdatum",
    specificGravity:
      "sg|specific gravity|s g|density|dichte|spez gewicht|densite|masse volumique|densidad|densita|peso specifico|dichtheid|soortelijk gewicht",
    notes:
      "notes|note|comments|comment|remarks|remark|memo|bemerkung|bemerkungen|notiz|notizen|anmerkung|anmerkungen|hinweis|remarque|remarques|commentaire|commentaires|observations|notas|nota|observaciones|comentarios|annotazioni|osservazioni|opmerking|opmerkingen|notitie",
    supplier:
      "supplier|vendor|distributor|source|bought from|lieferant|haendler|bezugsquelle|fournisseur|proveedor|distribuidor|fornitore|leverancier",
    value:
      "value|total value|total|ext|extended|extended cost|inventory value|total cost|wert|lagerwert|gesamtwert|valeur|valeur stock|valor|valor total|valore|valore totale|waarde|voorraadwaarde",
    reorder:
      "reorder|reorder point|reorder at|min|minimum|min stock|min qty|par|par level|mindestbestand|meldebestand|min bestand|stock mini|stock minimum|seuil|minimo|stock minimo|punto de pedido|scorta minima|riordino|min voorraad|minimum voorraad|bestelpunt",
  },
};
