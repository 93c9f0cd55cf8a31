#!/usr/bin/env python3
"""A Twilio on loopback for tests: its list of messages in pages, and its bad days.  fake_twilio.py [PLAN…]

Prints its port. A plan is what it does with the next requests, in turn, before it behaves: 429, 503, broken, cut, or ok.
The account is AC1 with the token `token-of-the-test`; a page holds two messages whatever is asked for.
"""
import base64, datetime, email.utils, http.server, json, sys, threading, urllib.parse

ACCOUNT, TOKEN = 'AC1', 'token-of-the-test'


class FakeTwilio(http.server.ThreadingHTTPServer):
    page_size = 2

    def __init__(self, messages, plan=()):
        """messages: the newest first, as Twilio lists them."""
        self.messages, self.plan, self.asked = messages, list(plan), []
        super().__init__(('127.0.0.1', 0), Handler)
        threading.Thread(target=self.serve_forever, daemon=True).start()


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append(self.path)
        step = self.server.plan.pop(0) if self.server.plan else 'ok'
        if step in ('429', '503'):
            return self.answer(int(step), {'code': 20429, 'message': 'Too Many Requests', 'status': int(step)}, **{'Retry-After': '1'})
        if self.headers['Authorization'] != 'Basic ' + base64.b64encode(f'{ACCOUNT}:{TOKEN}'.encode()).decode():
            return self.answer(401, {'code': 20003, 'message': 'Authenticate', 'more_info': 'https://www.twilio.com/docs/errors/20003', 'status': 401})
        url = urllib.parse.urlsplit(self.path)
        path, query = f'/2010-04-01/Accounts/{ACCOUNT}/Messages.json', dict(urllib.parse.parse_qsl(url.query))
        if url.path != path:
            return self.answer(404, {'code': 20404, 'message': 'The requested resource was not found', 'status': 404})
        day = query.get('DateSent')
        found = [m for m in self.server.messages if day in (None, email.utils.parsedate_to_datetime(m['date_sent']).date().isoformat())]
        start = int(query.get('Page', 0)) * self.server.page_size
        page = found[start:start + self.server.page_size]
        more = start + self.server.page_size < len(found)
        following = path + '?' + urllib.parse.urlencode({**query, 'Page': int(query.get('Page', 0)) + 1, 'PageToken': 'PA' + page[-1]['sid']}) if more else None
        body = {'messages': page, 'page': 0, 'page_size': self.server.page_size, 'uri': self.path, 'next_page_uri': following}
        self.answer(200, body, broken=step == 'broken', cut=step == 'cut')

    def answer(self, status, body, broken=False, cut=False, **headers):
        data = json.dumps(body).encode()
        if broken:
            data = data[:len(data) // 2]
        self.send_response(status)
        self.send_header('Content-Type', 'application/json')
        self.send_header('Content-Length', str(len(data) + (10 if cut else 0)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


def messages(count, codes=('KTM482',), days=3, now=None):
    """`count` messages of people on the last `days` days, and as many of the business."""
    now = now or datetime.datetime.now(datetime.timezone.utc).replace(hour=0, minute=0, second=0, microsecond=0)
    made = []
    for number in range(count):
        time = email.utils.format_datetime(now - datetime.timedelta(days=days - 1 - number * days // count) + datetime.timedelta(seconds=number))
        person, business = f'whatsapp:+6685{number:07}', 'whatsapp:+66812345678'
        common = {'account_sid': ACCOUNT, 'api_version': '2010-04-01', 'date_sent': time, 'date_created': time, 'num_media': '0', 'error_code': None}
        made.append({**common, 'sid': f'SM{number:032}', 'from': person, 'to': business, 'direction': 'inbound', 'status': 'received', 'body': f'Code: {codes[number % len(codes)]}. Hello!'})
        made.append({**common, 'sid': f'SM9{number:031}', 'from': business, 'to': person, 'direction': 'outbound-reply', 'status': 'read', 'body': f'Thanks, {codes[0]}'})
    return made[::-1]


if __name__ == '__main__':
    server = FakeTwilio(messages(5), sys.argv[1:])
    print(server.server_port, flush=True)
    sys.stdin.read()
