"""Deliveries as Meta and Twilio make them, signed, and a client that plays many at once."""
import base64, hmac, json, random, re, select, socket, time, urllib.parse

APP_SECRET, VERIFY_TOKEN, AUTH_TOKEN = 'app-secret-of-the-test', 'word of the test', 'auth-token-of-the-test'
SECRETS = [APP_SECRET, AUTH_TOKEN]


class Delivery:
    """One request, and the ids of the messages in it."""

    def __init__(self, path, kind, body, signature, ids):
        self.path, self.body, self.ids, self.signature = path, body, ids, signature.encode()
        self.head = f'Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n{signature}\r\n'.encode()

    def request(self, host):
        return f'POST {self.path} HTTP/1.1\r\nHost: {host}\r\n'.encode() + self.head + b'\r\n' + self.body

    def chunked(self):
        """The request with a body in chunks, whose length stands nowhere."""
        head = re.sub(rb'Content-Length: \d+', b'Transfer-Encoding: chunked', self.head)
        body = b''.join(b'%x\r\n%s\r\n' % (len(piece), piece) for piece in [self.body[:100], self.body[100:], b''])
        return f'POST {self.path} HTTP/1.1\r\nHost: x\r\n'.encode() + head + b'\r\n' + body


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
    """Deliveries from many connections at once, each sent until it is answered with 200, some twice and at the same moment.

    One thread on bare sockets, with deliveries that were signed beforehand: the clients share the processors with what is measured.
    """

    def __init__(self, port, deliveries, seconds, connections=50, repeats=0.2, answered=None):
        self.port, self.seconds, self.connections, self.repeats, self.answered = port, seconds, connections, repeats, answered
        self.latencies, self.statuses, self.accepted, self.sent = [], {}, set(), []
        self.more, self.used = deliveries, 0
        self.host = f'127.0.0.1:{port}'
        self.signed = [self._signed() for _ in range(int(seconds * 700))]
        self.processor_seconds = 0

    def _signed(self):
        delivery = next(self.more)
        return delivery, delivery.request(self.host)

    def run(self):
        began = time.process_time()
        ready, chance = select.epoll(), random.Random(7)
        self.end = time.monotonic() + self.seconds
        clients = {}
        for _ in range(self.connections):
            client = Client()
            if self._next(client, chance):
                self._send(client, ready, clients)
        while clients and time.monotonic() < self.end + 30:
            for handle, _ in ready.poll(1):
                client = clients[handle]
                status, closes = client.read()
                if status is None:
                    continue
                self._note(client, status)
                if closes:
                    client.close(ready, clients)
                if self._next(client, chance):
                    self._send(client, ready, clients)
                elif client.socket:
                    client.close(ready, clients)
            for client in [client for client in clients.values() if time.monotonic() - client.start > 30]:
                self._note(client, 'broken')
                client.close(ready, clients)
                if self._next(client, chance):
                    self._send(client, ready, clients)
        for client in list(clients.values()):
            client.close(ready, clients)
        self.processor_seconds = time.process_time() - began
        return self

    def _next(self, client, chance):
        """Gives the client what it sends next; false where nothing is left to send."""
        over = time.monotonic() >= self.end
        if client.again and (over or chance.random() < 0.5):
            client.current = client.again.pop()
        elif over:
            return False
        elif self.sent and chance.random() < self.repeats:
            client.current = self.sent[-1 - chance.randrange(min(len(self.sent), 400))]
        else:
            if self.used == len(self.signed):
                self.signed.append(self._signed())
            client.current = self.signed[self.used]
            self.used += 1
            self.sent.append(client.current)
        return True

    def _send(self, client, ready, clients):
        client.start = time.monotonic()
        client.answer = b''
        for _ in range(2):
            try:
                if client.socket is None:
                    client.socket = socket.create_connection(('127.0.0.1', self.port), 30)
                    client.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                    clients[client.socket.fileno()] = client
                    ready.register(client.socket.fileno(), select.EPOLLIN)
                client.socket.sendall(client.current[1])
                return
            except OSError:
                # A connection that the server closed meanwhile; the next one is new.
                client.close(ready, clients)
        self._note(client, 'broken')

    def _note(self, client, status):
        took = time.monotonic() - client.start
        self.statuses[status] = self.statuses.get(status, 0) + 1
        if self.answered is not None:
            self.answered.value += 1
        if status == 200:
            self.accepted.update(client.current[0].ids)
            if client.start < self.end:
                self.latencies.append(took)
        else:
            client.again.append(client.current)

    def percentile(self, share):
        ordered = sorted(self.latencies)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1000 if ordered else 0


class Client:
    """A connection that sends one delivery after the other."""

    def __init__(self):
        self.socket, self.current, self.again, self.answer, self.start = None, None, [], b'', 0

    def close(self, ready, clients):
        if self.socket:
            ready.unregister(self.socket.fileno())
            del clients[self.socket.fileno()]
            self.socket.close()
            self.socket = None

    def read(self):
        """The status, None while the answer is not whole, and whether the connection ends with it."""
        try:
            piece = self.socket.recv(65536)
        except OSError:
            piece = b''
        self.answer += piece
        head, found, body = self.answer.partition(b'\r\n\r\n')
        if not found:
            return (None, False) if piece else ('broken', True)
        head = head.decode('latin-1').lower()
        status, closes = int(head.split(None, 2)[1]), 'connection: close' in head
        if 'transfer-encoding: chunked' in head:
            whole = body.endswith(b'0\r\n\r\n')
        elif 'content-length:' in head:
            whole = len(body) >= int(head.split('content-length:')[1].split('\r\n')[0])
        else:
            whole, closes = not piece, True
        if whole:
            return status, closes or not piece
        return (None, False) if piece else ('broken', True)
