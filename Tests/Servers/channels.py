"""Deliveries as Meta and Twilio make them, signed, and a client that plays many at once."""
import asyncio, base64, hmac, json, random, time, urllib.parse

APP_SECRET, VERIFY_TOKEN, AUTH_TOKEN = 'app-secret-of-the-test', 'word of the test', 'auth-token-of-the-test'
SECRETS = [APP_SECRET, AUTH_TOKEN]


class Delivery:
    """One request, and the ids of the messages in it."""

    def __init__(self, path, kind, body, signature, ids):
        self.path, self.body, self.ids = path, body, ids
        self.head = f'Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n{signature}\r\n'.encode()

    def request(self, host):
        return f'POST {self.path} HTTP/1.1\r\nHost: {host}\r\n'.encode() + self.head + b'\r\n' + self.body


def meta(messages):
    """messages: (id, phone, text). Non-ASCII and slashes are escaped as Meta does."""
    value = {'messaging_product': 'whatsapp', 'metadata': {'display_phone_number': '66812345678', 'phone_number_id': '1'},
             'contacts': [{'profile': {'name': f'Person {phone}'}, 'wa_id': phone} for _, phone, _ in messages],
             'messages': [{'from': phone, 'id': id, 'timestamp': str(int(time.time())), 'type': 'text', 'text': {'body': text}} for id, phone, text in messages]}
    body = json.dumps({'object': 'whatsapp_business_account', 'entry': [{'id': '1', 'changes': [{'field': 'messages', 'value': value}]}]}).replace('/', '\\/').encode()
    signature = 'X-Hub-Signature-256: sha256=' + hmac.new(APP_SECRET.encode(), body, 'sha256').hexdigest()
    return Delivery('/webhook/meta', 'application/json', body, signature, [id for id, _, _ in messages])


def twilio(id, phone, text, url, key=AUTH_TOKEN):
    fields = {'MessageSid': id, 'SmsSid': id, 'SmsMessageSid': id, 'AccountSid': 'AC1', 'From': 'whatsapp:+' + phone, 'To': 'whatsapp:+66812345678', 'Body': text,
              'NumMedia': '0', 'NumSegments': '1', 'SmsStatus': 'received', 'ApiVersion': '2010-04-01', 'WaId': phone, 'ProfileName': f'Person {phone}', 'ButtonText': ''}
    signed = url + ''.join(name + fields[name] for name in sorted(fields))
    signature = 'X-Twilio-Signature: ' + base64.b64encode(hmac.new(key.encode(), signed.encode(), 'sha1').digest()).decode()
    return Delivery('/webhook/twilio', 'application/x-www-form-urlencoded; charset=UTF-8', urllib.parse.urlencode(fields).encode(), signature, [id])


def manifest(count):
    """A manifest with `count` partners, and their codes."""
    letters = 'BFHJKMNPRTUVWXY'
    names = [a + b + c for a in letters for b in letters for c in letters]
    codes = [names[i % len(names)] + f'{(i * 7) % 900 + 100}' for i in range(count)]
    assert len(set(codes)) == count
    partners = [{'id': f'partner-{i}', 'name': f'Partner {i}', 'slug': f'partner-{i}', 'status': 'active', 'page': f'https://shiba-cars.example/partner-{i}/', 'codes': [code]}
                for i, code in enumerate(codes)]
    partners.sort(key=lambda partner: partner['id'])
    text = {'ru': {'phone': '66812345678', 'text': 'Код: {{code}}. Здравствуйте!'}, 'en': {'phone': '66812345678', 'text': 'Code: {{code}}. Hello!'}}
    head = {'version': 1, 'generator': 'sitegen 0.1.0', 'baseURL': 'https://shiba-cars.example/', 'languages': ['en', 'ru'], 'messages': {'general': text},
            'folder': 'public', 'files': ['index.html'], 'partnerFiles': ['index.html'], 'partners': partners}
    return json.dumps(head), codes


class Play:
    """Deliveries from many connections at once, each sent until it is answered with 200, some twice and at the same moment."""

    def __init__(self, port, deliveries, seconds, connections=50, repeats=0.2, answered=None):
        self.answered = answered
        self.port, self.deliveries, self.seconds, self.connections, self.repeats = port, deliveries, seconds, connections, repeats
        self.latencies, self.statuses, self.accepted, self.sent = [], {}, set(), []

    def run(self):
        asyncio.run(self._run())
        return self

    async def _run(self):
        end = time.monotonic() + self.seconds
        await asyncio.gather(*(self._connection(end, number) for number in range(self.connections)))

    async def _connection(self, end, number):
        chance = random.Random(number)
        again, reader, writer = [], None, None
        while True:
            now = time.monotonic()
            if now >= end and not again or now >= end + 30:
                break
            if again and (now >= end or chance.random() < 0.5):
                delivery = again.pop()
            elif self.sent and chance.random() < self.repeats:
                delivery = self.sent[-1 - chance.randrange(min(len(self.sent), 400))]
            else:
                delivery = next(self.deliveries)
                self.sent.append(delivery)
            start = time.monotonic()
            try:
                if writer is None:
                    reader, writer = await asyncio.open_connection('127.0.0.1', self.port)
                writer.write(delivery.request(f'127.0.0.1:{self.port}'))
                status, closes = await asyncio.wait_for(self._answer(reader), 30)
            except (OSError, asyncio.IncompleteReadError, asyncio.TimeoutError):
                status, closes = 'broken', True
            took = time.monotonic() - start
            self.statuses[status] = self.statuses.get(status, 0) + 1
            if self.answered is not None:
                self.answered.value += 1
            if closes and writer is not None:
                writer.close()
                writer = None
            if status == 200:
                self.accepted.update(delivery.ids)
                if start < end:
                    self.latencies.append(took)
            else:
                again.append(delivery)
        if writer is not None:
            writer.close()

    @staticmethod
    async def _answer(reader):
        head = (await reader.readuntil(b'\r\n\r\n')).decode('latin-1').lower()
        status = int(head.split()[1])
        if 'transfer-encoding: chunked' in head:
            while True:
                size = int(await reader.readuntil(b'\r\n'), 16)
                await reader.readexactly(size + 2)
                if size == 0:
                    break
        elif 'content-length:' in head:
            await reader.readexactly(int(head.split('content-length:')[1].split('\r\n')[0]))
        elif status != 204:
            await reader.read()
            return status, True
        return status, 'connection: close' in head

    def percentile(self, share):
        ordered = sorted(self.latencies)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1000 if ordered else 0
