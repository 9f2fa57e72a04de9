import type { Column } from '@/lib/exchange/columns';
import { currencies, type EquipmentCategory } from '@/lib/shared/vocabulary';

const categories: Record<EquipmentCategory, { en: string; cnr: string; also: string[] }> = {
  it: { en: 'IT', cnr: 'IT oprema', also: ['Computers', 'IT equipment', 'Računari', 'Informatička oprema'] },
  communication: { en: 'Communication', cnr: 'Komunikacija', also: ['Communications', 'Radio', 'Veza'] },
  optical: { en: 'Optical', cnr: 'Optika', also: ['Optics', 'Cameras', 'Optička oprema', 'Kamere'] },
  vehicle: { en: 'Vehicle', cnr: 'Vozilo', also: ['Vehicles', 'Vozila'] },
  office: { en: 'Office', cnr: 'Kancelarija', also: ['Office equipment', 'Kancelarijska oprema'] },
  furniture: { en: 'Furniture', cnr: 'Namještaj', also: ['Nameštaj'] },
  forensic: { en: 'Forensic', cnr: 'Forenzika', also: ['Forensics', 'Forenzička oprema'] },
  other: { en: 'Other', cnr: 'Ostalo', also: ['Drugo'] },
};
const day = { en: 'A date, for example 2026-11-23', cnr: 'Datum, na primjer 2026-11-23' };

/** Headings and closed words of an equipment list, in both languages. The template uses the first wording; reading understands them all. */
export const itemColumns: Column[] = [
  { key: 'assetTag', wording: { en: 'Asset tag', cnr: 'Oznaka' }, also: ['Tag', 'Inventory number', 'Inventarski broj'], hint: { en: 'Empty for new items: the register gives it', cnr: 'Prazno za nove stavke: dodjeljuje je registar' } },
  { key: 'description', wording: { en: 'Description', cnr: 'Opis' }, also: ['Item', 'Name', 'Naziv', 'Stavka'], required: true, width: 40 },
  { key: 'category', wording: { en: 'Category', cnr: 'Kategorija' }, also: ['Type', 'Vrsta'], required: true, values: Object.entries(categories).map(([value, { also, ...wording }]) => ({ value, wording, also })) },
  { key: 'make', wording: { en: 'Make', cnr: 'Proizvođač' }, also: ['Manufacturer', 'Brand', 'Marka'] },
  { key: 'model', wording: { en: 'Model', cnr: 'Model' } },
  { key: 'serialNumber', wording: { en: 'Serial number', cnr: 'Serijski broj' }, also: ['Serial', 'S/N', 'Serijski br.'], width: 24 },
  { key: 'quantity', wording: { en: 'Quantity', cnr: 'Količina' }, also: ['Qty', 'Pieces', 'Kom', 'Komada'], width: 12, hint: { en: '1 where there is a serial number', cnr: '1 gdje postoji serijski broj' } },
  { key: 'value', wording: { en: 'Value', cnr: 'Vrijednost' }, also: ['Price', 'Amount', 'Cijena', 'Iznos'], hint: { en: 'Of all pieces together', cnr: 'Svih komada zajedno' } },
  { key: 'currency', wording: { en: 'Currency', cnr: 'Valuta' }, width: 12, values: currencies.map((value) => ({ value, wording: { en: value, cnr: value } })) },
  { key: 'usdRate', wording: { en: 'USD rate', cnr: 'Kurs USD' }, also: ['Exchange rate', 'Rate', 'Kurs'], hint: { en: 'USD per unit of the currency', cnr: 'USD za jedinicu valute' } },
  { key: 'supplier', wording: { en: 'Supplier', cnr: 'Dobavljač' }, also: ['Vendor'], width: 28 },
  { key: 'orderNumber', wording: { en: 'Order number', cnr: 'Broj narudžbe' }, also: ['PO', 'Purchase order', 'Narudžbenica'] },
  { key: 'purchasedOn', wording: { en: 'Purchased on', cnr: 'Kupljeno' }, also: ['Purchase date', 'Datum kupovine'], hint: day },
  { key: 'deliveredOn', wording: { en: 'Delivered on', cnr: 'Isporučeno' }, also: ['Delivery date', 'Datum isporuke'], hint: day },
  { key: 'warrantyEnd', wording: { en: 'Warranty until', cnr: 'Garancija do' }, also: ['Warranty end', 'Warranty'], hint: day },
  { key: 'budgetLine', wording: { en: 'Budget line', cnr: 'Budžetska linija' }, hint: { en: 'Its code', cnr: 'Njena šifra' } },
  { key: 'output', wording: { en: 'Output', cnr: 'Rezultat' }, hint: { en: 'Its code, for example 1.4', cnr: 'Njegova šifra, na primjer 1.4' } },
  { key: 'requiredTopic', wording: { en: 'Required training', cnr: 'Potrebna obuka' }, also: ['Topic', 'Tema'] },
];
