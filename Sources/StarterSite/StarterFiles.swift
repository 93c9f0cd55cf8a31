import Disk

/// The files that every new site begins with. Made from `templates/`, `Sources/StarterSite/Own` and `docs/schema`:
/// after a change there, `SITEGEN_UPDATE=1 swift test --filter StarterSiteTests` writes this file anew.
package enum StarterFiles {
    package static let all: [StarterFile] = [
        StarterFile("schema/partner.schema.json", .text(##"""
{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "A partner of sitegen: partners/ID.json",
  "description": "Only the name is needed. Comments and trailing commas are allowed.",
  "type": "object",
  "properties": {
    "$schema": {
      "type": "string",
      "description": "This schema, for editors."
    },
    "name": {
      "type": "string",
      "description": "The name that people know."
    },
    "id": {
      "type": "string",
      "description": "The id, if it is not the file's name: who this partner is for ever.",
      "pattern": "^[a-z0-9][a-z0-9_-]*$"
    },
    "new": {
      "type": "boolean",
      "description": "Says that this is someone new, where the build asks whether an old partner was renamed."
    },
    "code": {
      "type": "string",
      "pattern": ".{4,}",
      "description": "A code of your own choice: 4 to 12 letters and digits. Once published it stays.",
      "examples": [
        "SUNRISE5"
      ]
    },
    "slug": {
      "type": "string",
      "description": "The last part of the page's address. Printed QR codes lead to it.",
      "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
      "maxLength": 63
    },
    "status": {
      "type": "string",
      "description": "paused: the page stays, without the greeting. retired: the partner left; the page still brings customers.",
      "enum": [
        "active",
        "paused",
        "retired"
      ]
    },
    "greeting": {
      "description": "What this partner's guests read at the top of the page.",
      "$ref": "#/$defs/text"
    },
    "phone": {
      "type": "string",
      "description": "Another WhatsApp number for this partner's customers."
    },
    "image": {
      "type": "string",
      "description": "Another picture for link previews: a file of templates/assets/."
    },
    "message": {
      "description": "Another general message; {{code}} is where the code goes.",
      "$ref": "#/$defs/message"
    },
    "offers": {
      "type": "array",
      "items": {
        "type": "string"
      },
      "description": "The ids of the offers to show, in this order."
    },
    "private": {
      "type": "object",
      "description": "For you alone: never published.",
      "properties": {
        "contact": {
          "type": "string"
        },
        "commission": {
          "type": "string"
        },
        "notes": {
          "type": "string"
        }
      }
    }
  },
  "required": [
    "name"
  ],
  "additionalProperties": false,
  "$defs": {
    "message": {
      "description": "A text that holds {{code}}, for all languages, or one a language.",
      "anyOf": [
        {
          "type": "string",
          "pattern": "\\{\\{code\\}\\}"
        },
        {
          "type": "object",
          "propertyNames": {
            "pattern": "^[a-z]{2,3}(-[a-z0-9]+)*$"
          },
          "additionalProperties": {
            "type": "string",
            "pattern": "\\{\\{code\\}\\}"
          },
          "minProperties": 1
        }
      ]
    },
    "text": {
      "description": "One text for all languages, or one a language.",
      "anyOf": [
        {
          "type": "string"
        },
        {
          "type": "object",
          "propertyNames": {
            "pattern": "^[a-z]{2,3}(-[a-z0-9]+)*$"
          },
          "additionalProperties": {
            "type": "string"
          },
          "minProperties": 1
        }
      ]
    }
  }
}

"""##)),
        StarterFile("schema/site.schema.json", .text(##"""
{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "site.json of sitegen",
  "description": "The business, its languages, messages, offers and the texts of the page. Comments and trailing commas are allowed.",
  "type": "object",
  "properties": {
    "$schema": {
      "type": "string",
      "description": "This schema, for editors."
    },
    "baseURL": {
      "type": "string",
      "description": "The address of the site, with a path if it has one. QR codes lead there.",
      "pattern": "^https?://",
      "examples": [
        "https://shiba-cars.example/"
      ]
    },
    "business": {
      "type": "object",
      "properties": {
        "name": {
          "description": "The name that people know.",
          "$ref": "#/$defs/text"
        },
        "phone": {
          "type": "string",
          "description": "The WhatsApp number, with the country code.",
          "examples": [
            "+66 81 234 5678"
          ]
        },
        "type": {
          "type": "string",
          "description": "A type of schema.org.",
          "pattern": "^[A-Za-z]+$",
          "examples": [
            "LocalBusiness",
            "AutoRental",
            "Hotel",
            "Restaurant"
          ]
        },
        "city": {
          "description": "Where the business is.",
          "$ref": "#/$defs/text"
        },
        "telegram": {
          "type": "string",
          "description": "The user name on Telegram, without @."
        },
        "email": {
          "type": "string",
          "description": "An e-mail address that may be published.",
          "pattern": "^[^@]+@[^@]+\\.[^@]+$"
        },
        "address": {
          "description": "The postal address; line breaks as \\n.",
          "$ref": "#/$defs/text"
        },
        "hours": {
          "description": "When you answer.",
          "$ref": "#/$defs/text"
        },
        "map": {
          "type": "string",
          "description": "An address of a map.",
          "pattern": "^https://"
        },
        "image": {
          "type": "string",
          "description": "The picture of link previews: a file of templates/assets/, PNG or JPEG, 1200×630."
        }
      },
      "required": [
        "name",
        "phone"
      ],
      "additionalProperties": false
    },
    "languages": {
      "type": "array",
      "items": {
        "type": "string",
        "pattern": "^[a-z]{2,3}(-[a-z0-9]+)*$"
      },
      "description": "The first is the default.",
      "minItems": 1,
      "uniqueItems": true
    },
    "message": {
      "description": "What the customer sends. {{code}} is where the partner's code goes.",
      "$ref": "#/$defs/message"
    },
    "homeMessage": {
      "description": "What a customer of the business's own page sends; without it, the message without its code.",
      "$ref": "#/$defs/text"
    },
    "page": {
      "type": "object",
      "properties": {
        "title": {
          "description": "The title in search engines and link previews.",
          "$ref": "#/$defs/text"
        },
        "description": {
          "description": "The text of link previews.",
          "$ref": "#/$defs/text"
        },
        "headline": {
          "description": "The large line at the top.",
          "$ref": "#/$defs/text"
        },
        "lead": {
          "description": "The paragraph below it.",
          "$ref": "#/$defs/text"
        },
        "footer": {
          "description": "The last line.",
          "$ref": "#/$defs/text"
        },
        "reasons": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "title": {
                "description": "The short line.",
                "$ref": "#/$defs/text"
              },
              "text": {
                "description": "The text below it.",
                "$ref": "#/$defs/text"
              },
              "icon": {
                "type": "string",
                "description": "One of the icons of templates/style.css.",
                "examples": [
                  "shield",
                  "price",
                  "delivery",
                  "chat",
                  "clock",
                  "heart"
                ]
              }
            },
            "required": [
              "title"
            ],
            "additionalProperties": false
          },
          "description": "Why to choose you."
        },
        "steps": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "title": {
                "description": "The short line.",
                "$ref": "#/$defs/text"
              },
              "text": {
                "description": "The text below it.",
                "$ref": "#/$defs/text"
              },
              "icon": {
                "type": "string",
                "description": "One of the icons of templates/style.css.",
                "examples": [
                  "shield",
                  "price",
                  "delivery",
                  "chat",
                  "clock",
                  "heart"
                ]
              }
            },
            "required": [
              "title"
            ],
            "additionalProperties": false
          },
          "description": "How it goes."
        },
        "questions": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "question": {
                "description": "The short line.",
                "$ref": "#/$defs/text"
              },
              "answer": {
                "description": "The text below it.",
                "$ref": "#/$defs/text"
              },
              "icon": {
                "type": "string",
                "description": "One of the icons of templates/style.css.",
                "examples": [
                  "shield",
                  "price",
                  "delivery",
                  "chat",
                  "clock",
                  "heart"
                ]
              }
            },
            "required": [
              "question"
            ],
            "additionalProperties": false
          },
          "description": "What people ask."
        }
      },
      "additionalProperties": false
    },
    "theme": {
      "type": "object",
      "properties": {
        "accent": {
          "type": "string",
          "description": "The colour of buttons, on light pages.",
          "pattern": "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"
        },
        "accentDark": {
          "type": "string",
          "description": "The same on dark pages.",
          "pattern": "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"
        },
        "background": {
          "type": "string",
          "description": "The ground of light pages.",
          "pattern": "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"
        },
        "backgroundDark": {
          "type": "string",
          "description": "The ground of dark pages.",
          "pattern": "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"
        }
      },
      "additionalProperties": false
    },
    "offers": {
      "type": "array",
      "items": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "description": "The name of the offer in files.",
            "pattern": "^[a-z0-9_-]{1,40}$"
          },
          "title": {
            "description": "The name of the offer.",
            "$ref": "#/$defs/text"
          },
          "text": {
            "description": "A sentence or two.",
            "$ref": "#/$defs/text"
          },
          "price": {
            "description": "The price in words.",
            "$ref": "#/$defs/text"
          },
          "image": {
            "type": "string",
            "description": "A file of templates/assets/."
          },
          "alt": {
            "description": "What the picture shows.",
            "$ref": "#/$defs/text"
          },
          "message": {
            "description": "The message of this offer's button.",
            "$ref": "#/$defs/message"
          }
        },
        "required": [
          "id",
          "title"
        ],
        "additionalProperties": false
      },
      "description": "Each gets a card and a button of its own."
    }
  },
  "required": [
    "baseURL",
    "business",
    "languages",
    "message"
  ],
  "additionalProperties": false,
  "$defs": {
    "message": {
      "description": "A text that holds {{code}}, for all languages, or one a language.",
      "anyOf": [
        {
          "type": "string",
          "pattern": "\\{\\{code\\}\\}"
        },
        {
          "type": "object",
          "propertyNames": {
            "pattern": "^[a-z]{2,3}(-[a-z0-9]+)*$"
          },
          "additionalProperties": {
            "type": "string",
            "pattern": "\\{\\{code\\}\\}"
          },
          "minProperties": 1
        }
      ]
    },
    "text": {
      "description": "One text for all languages, or one a language.",
      "anyOf": [
        {
          "type": "string"
        },
        {
          "type": "object",
          "propertyNames": {
            "pattern": "^[a-z]{2,3}(-[a-z0-9]+)*$"
          },
          "additionalProperties": {
            "type": "string"
          },
          "minProperties": 1
        }
      ]
    }
  }
}

"""##)),
        StarterFile("templates/404.mustache", .text(##"""
{{! Served for any path at any depth, so page.root, site.home and the links of the language switch are absolute here; the switch leads to the home pages. }}
{{<layout}}
{{$links}}{{/links}}
{{$preview}}{{/preview}}
{{$body}}
{{>parts/header}}
<main id="main" tabindex="-1">
<section class="hero lost">
<div class="wrap">
<p class="kicker">404</p>
<h1>{{strings.lostTitle}}</h1>
<p class="lead">{{strings.lostText}}</p>
<p class="actions">
<a class="go" href="{{whatsapp.href}}"><svg class="i" aria-hidden="true" width="24" height="24"><use href="#i-chat"/></svg>{{strings.write}}</a>
<a class="quiet" href="{{site.home}}">{{strings.home}}</a>
</p>
</div>
{{>parts/scene}}
</section>
</main>
{{>parts/footer}}
{{/body}}
{{$script}}{{/script}}
{{/layout}}

"""##)),
        StarterFile("templates/assets/icon-180.png", .hexadecimal("89504e470d0a1a0a0000000d49484452000000b4000000b408060000003dcd063200000006624b474400ff00ff00ffa0bda7930000131749444154789ceddd797814659e07f0ef5bd5b9c8410e2210c2954042120288a05cca72ad1ce223abeb85acb378ec3c1e0930aeba427cfa31c475714788a073392e33a830e20123a3d11122720550204012122124241042ee8b5c5df5ee1f02432081747775deb7ba7f9fbf421f55dfa7f3a5f276d55b550c9218b97cd940ae6af19c2396318ce01c31e008034310802006f873c04f744e4fc480660e3401a807473d18aa1890cf817cc690cf3435f778da5b25a273020013b5e258eb7311aaa64e07f834804d0730445416e23c069ce6e09900cbe41adb9ef7fa9a3241397ace30ebf3415e9a721f035f04b0193dbd7ed27318f0a3cef906ae691f9cf8ef77aa7a70bdae97605d32866bfc3f19b080860d9e8501cd9cf3cf18e36fe6a4aecdee81f5b94e42ca92c93af8cb0c98e7ea751133e0dfea505e3d91ba669fabd6e09292c5ae488eb530ace5c02c572c9f985e06e73c296fe5db3f19bd60430b1db974a95f50207f099cbf0cc0c7c86513b7d30ee0374c6d5f9e637db7d1a8851a56e8b8e5c97731057f02edad20f629643a1ecf494bdf6dc4c28c28348b5b9194c4187b13809701cb239ec706c6d27295e0d760b5eace2cc8a9428fb2be708ba6b57f40636562900c9b6a595460fd75a5a30b70b8d0b12b9e1baa32f56b00c31d5d06219d2864aa72778e75f54947deac38f2a6386bd2480b537781ca4c8c17c5357d578275c91847de6cf7163a6179f21428d8c681de8eac90906eaa6560f7e4a4aed963cf9bec2af48894a5890af49d0042ec8a468863ea99caa6e658d71ce9ee1bba5de844ebd2284dd3f700e8e75034421c734ee3da94fc95eb4e77e7c5dd1a43ffbc3743ff065466d2f32254a6648cf8af67c3baf3e29b17da6a55da35db0600d1ce2623c4312c46b15836c06abd695f6ffa8238ade61506fecfc60423c46173e2b4ea176ef6a21b8ea12f1dcede0ec062582c421c67633aa6dde830799785becdfa74af66cd2f07343783c8e5547da39258ba7a7573674f7639e468d6fc9683ca4ce4131d14c85feaeac94eb7d0712b928633c68e81a6801239b56a1ca3f357a6e75ffb44e75b68a6ac039599c8cb476578abb327aedb42c72d7f7e025314979d22438851149d4f3e9ef6f6de0e8f5dfb22a628293d178910c7e90abb6e2cdd610b9d90f2fc680ee5f0b58f132229ce55362ecfbae6d0e5073a6ca1399417416526e6c1141b967478e0f20fc3accf07796b4a19805e3d1e8b10c75dd45a7dfae5af5ad5005cb585f6d2d407416526e6d3cbe2d376ffe57f5c2934637c91983c843887e31fdd65c0950b279682c6cfc49c744543c4f1d7d3cb15005074852e9c48cc4cd1543e0db834e4603a9b26360f21ce6150fe51683050a189c9f1e900c0462e5f365057b433a2e310e22c9bae442a9cd912440721c408aaaac72b3a102b3a0821465038621545615468e2163810ab708e18d14108310203622d9c239cd11e684384050422cc3f005eaa05417e7ef0562df0f5f286bf8f0f18181a5b5bd0a6d9d0d2de86e6b636b46b1a2a1beb51d9d8004d77ea2ab2040007fa581486402e3a898904fafa22216210e2fa47624070282242421119128a01c161f0f572ecf2d8364dc385863a94d5d5e25c6d35caea6af053791972ce95e04c752538a7df503705590004884e21b398befd3176701412070c4662e4200cedd3178ac17fd22caa8a88e050440487e2b6c1511d9e6b6869415e590972ce9520bba4185985f96868693174fd6e2490c5a7243703f0159d4416aaa260f4c021f8a798044c8f4bc4d03eb7888ed481a6eb3871fe2c76e6e7e0bbfc1ce49695d216fc120634b3f89464fa34008c1b128d7f197b07a6c62420b897bfe838dd76b6b61a7f3d72105b0e1f40694d8fdddf525a1e5de8001f5fcc491c8b47ef988298be11a2e33845e71cd92545d87ae420bec8fe012ded6da22309e191851e18da074fde3913f312c7c2cfdb5b741cc3d55e6cc286aceff161d64e8f1b6f7b54a1fb060563f194e97870dc24785bdcff727d4dadadd8746037dedbbd1df5cd1745c7e9111e51e850ff003c75d72c3c347e127c2c9e77e7b9869616acdf9b89ffdbbd03adb676d1715ccaad0bcd18c3bda3c7e1c5d9f799ea8b9eab9454572275db27d873f284e8282ee3b6858e0c0983f5de8730319a8eec5febeb9c2348fbdba7a86a6c101dc5706e3790541505bf98340dcf4c9bedf0913b777777c2184c8c8ac18a2d1bb13def98e8388652c3a74eb08a0e6194de7ebd90fec8623c347e322caa2a3a8ed47cbcbc307be4ade8ddcb1f598505d0dde4e08c4337de94516cbf01f8f897bfc2e461234447310dc6181e9b70173e7c321911c1a1a2e318c22d0a3d7ff4387cf4d412448674eb4649e41a23070cc25ffe6319460e18243a8ad34c5fe827ee9c8137ee7f8cc6cb4e0af50fc0fa7f7fcef45fa24d5de867a7cdc6b259f345c7701b7edede7877e1d39819374a74148799b2d08c31bc3c67019e99365b7414b7e36db1e0d70f3e8e39236f151dc521a62cf48a790f60d1c4a9a263b82d8baae28dfb1fc38428f30d3f4c57e827ef9c89876f9f2c3a86dbb3a82ad21f598c98befd4547b18ba90a3d337e149267ce131dc36304f8f862ddc2a7101610283a4ab799a6d023070cc2ffdcff98e1a73f911b1b101c8a771e7dca34b3134d51e850ff00ac7bf449f87ab9dfdc6533488c1c84674df205dc14857e75febf223c3048740c8fb678ca0c8c1b122d3ac64d495fe805b7de8159f1a345c7f0780a63485bf028fc7de4be1fabd485eedf3b042fcd59203a06b92432240ccb66dd2b3ac60d495de8d7ee7b1881be748505993c387e92d4bbf2a42df4d4d8044c8aa6eb48ca46610c4b66de233a4697a42cb4c2189266cc151d8374616a6c02c60f1d263a46a7a42cf4fcd1e331a2df00d131c80d2c9b351f4cc26302d215dadb62c173d3cdb1cfd3938d8a1c8c0951c345c7b88e74859e97789bdb9c3de1ee1eb86da2e808d791aed00f8da789476631236e9474f33ca42af4887e03901869fed3803c8597aae2be5b6f171da303a90afdc81d53444720767a70dc24a9268c4953e85ede3e989b3856740c62a7c89030c4f58f141de30a690a3d313a06bdbce59e27403a3769983c07c0a429f4946171a22310074d8e96e75a28f2147ab83c1f0ab1cf984143a599852745a1a3c2fbd2be6713f352558c1f22c7a170290a4d9390cc6fccc0a1a2230090a4d023fad3bc0db31b1a2ec7ddc2a4287474783fd1118893a2c3fb8a8e0040824233c630b48f1c1f0671dcc0903ef092e012c6c20bdd2f2898ce4a71031655c5c0d03ea263882ff45049fe5411e70d0e0b171d417ca1c3fce956e3ee4286dfa5f04207f8d070c35d8450a1815e921c6122ce0bf4f1131d417ca1690bed3e682f07a8d0eec44b820b3a0a2fb4c28447206e44789bda349be808c420ed36f1bf4be18596e14320c668d734d111c417bab1b54574046290fa9666d111c417babac9fd6ea0eea96a2f368a8e20bed0554de23f04628ceaa626d111c417baacb64674046290e2aa0ad111c417bab8ba029c73d1318893345d47494da5e818e20bdddcd6860b0df5a263102795d454a14d823d56c20b0d007965a5a223102715569c171d018024853e565a2c3a0271d2e98a0ba2230090a4d0d9a545a22310271d3d2bc746498a421f2a3e8d96f676d1318883345dc7c1d32745c7002049a15b6ded38547c4a740ce2a0e367cfa0aef9a2e818002429340064e6e7888e401cb4ef54bee808574853e88ce387a1e9bae818c4017ba8d0d7ab6e6ac4fec202d131889daa1a1b905d52243ac615d2141a003efe619fe808c44e5b0e1f90ea2fab5485de71e218caeb6b45c72076f8fcf001d1113a90aad09aaee3c3ac5da263906efab1b810a72bcb45c7e840aa4203c0470776a19aa6949ac2a73fca374494aed0cd6d6d58bf3753740c7213e5f575c8387e44748ceb48576800d8b06f27ce548b9f8a48baf6db9d5fa3d526dfd15d290bdd66b361f5dfbf101d8374a1a4ba129f1dda2f3a46a7a42c34007c93938d6ff38e8a8e413af14e66066c129ce1dd19690b0d0069db3e45bd247304c8cf7eba50862f8f1d121da34b5217fa42431d5efb62b3e818e4124dd7f1ea964d521d48b996d4850680af8e1fc6a6037b44c72000d6efcdc451c94fc690bed000b02a638b54f3053cd1e9ca0b78373343748c9b3245a15b6ded78eea3f7505a53253a8a47d239c78a2d1b4d711286290a0dfc3c1bef990ffe809a8be22f66e269d67cbb0d47ce9c161da35b4c5368003855711e4fac7f579ab3233cc15fb30fe28fbbb68b8ed16da62a3400e49f3f8b5f6ef81dedceeb01d92545b06efd58740cbb98aed00070b4b4188fbfbf0e958d74811a5729afaf45d2c6f7a53cbc7d23a62c340014949fc3c23fa4a3a0bc4c7414b773a1a10e4fac7fd7941b0cd3161a004a6baaf0f0efdec2d623724d3237b3cac67a3cb9fe37385d29c78563eca5864f9d60151dc2199aae637bde315434d463cab011501453ff1f15aabcbe168fff712d8aaacc5966c0e45be8ab6dfe612f9edef05b34b5b68a8e624a25d59578fcfd75a69fb62bfe3e5c063a545c088531d1314c67cfc9137861f39fdd62cf915b15fad64151f0f3f6161dc35436ffb017a9db3e917ac2913ddcaad013a3634447308de6b636bcba7593d453411de15e858e8a151dc1140e15172265cb461449700b09a3b94da1037dfd101f11293a86d41a5b5bb06ec757f830eb7be86e7a1b10b729f41d51c3a1d22ebb2eed2cc845ea179b5156e7de3769729b42d370a373474b8bb1e6db6dd85ff893e8283dc27d0a4d5f083b3855711eefecc8c037b9d91e759731b728744470280687858b8e2185834527b171ff6efc3d37db6dc7c9376201d002c0577410674c8cf2ecad73536b2bbe3cf6233edabf1b05e5e744c7118601cd1606347093177a82070e375a6dedc82afc09db738f2223e7301df207c081060b804600a6fd7bcd18c3040fd942d7375fc4bec202eccccfc1f6bc63686c6d111d4936f5169da3c1ccd31f62fb4620d43fc065cb6f696fc3e61ff6c1cfdb1b770e8f47dfa0de2e5bd7d574ce5158518ea3a5c5c82e29c2d1d2229caa28779b43d42ed260618c5f00ccdbe889d1aed95dd7d2de864d07f6e0fd3d3b50d5d870e5f141a17d307ae0104485f7456448180686f441646818427af93bb08e76543735e06c6d35ced556a3b4a61a676baa505a5385fcf3e7680b6c270e56616160051c98293a8ca38cde5dd755912f3b535dd9e514cb001f5ff8797bc3d7cb1b41be7e1d9eb3e93a9a5a5bd0dcde86365b3b1a5aa8ac46630cf9160ec8730b233b79a92ac60e8a3264592ded6df8e4c72cbcb7eb5b54343876ea51636b0b6d5505623af22d8c21dfacbb2b8d982e6a4491891c74b07c0bd3d45caec87969d49b7166b84145763f1a471e03808494e4420e0c151dc85e9b9e5e86c4c84176bd878aecb64ee6a6a60fb7000007cf0498a90a6def74512ab2bb633b802b7339582680c502d3d8adbbd345a9c89e8143cf042e155a53b51daaa672986887f4cda68bb6d96cd87ae400dec9cca022bb3f5dd558267055811352967cc7c1a78acb649f2f9397773ac38e8aec91b6e7a6a6cf04ae9a3eaa33be817198a2d0fd7b875c57662ab2e7628c6fb8fcf39542b72bfa666f4d791b402f21a9ec30e9aac3dd54648f77d1d6e2fbd9e57f5c29f449ebdafaf815499f83b185627275df84e8182a32010030ce3ecd5fb5eaca1c850e67ac30c6dfe4608f42f22f8727ce9fc51b5f7ddee95c0be25138b3f0ffbdfa81eb8a9b9092bc8d03f37a2e13210edb929b9abee0ea07aedb91cb81d49ecb4388e318f0fab58f5d57e8dcd4f4fd00e4bf7f17f1681cd896939a7ef0dac73b3dd4c654e579fc7cf22c21326ae5aafaabce9e503b7bb0e2bbacea5ba64ef00570974b6311e20006a4e6bdb6e6b3ce9eeb7232445da3f23a804297a522c431279bd4ba555d3dd965a14b57af6ee6babe1080b96e8344dc998d81fda2c8babecbe170a7438ecb2a771d280dbf6ba20d0c338ccf46889d385ecc5d99fe971bbda43b0750587c4ad25680cd372816218ef8323735fd1e00373c61b03bd79fe536d56b3100cfb87c2591d109a62a8b70933203761ce21eb97cd9405dd1f60018e84c3242ec744e57d9e413d63545dd7971b7af107e3cedad12aef2b900dcfb8ad9441a0ca863d0e776b7cc809df729ccb3be7d9cfd3c96aeb5371c2176aa613a9f9b93ba36db9e373934ab2e3e656902a06700a09b9a10572863d0e7d85b66c08969a223ac4b86a81acfe000dd0b8218e994c2f5bb8faf5c7bca91373b7c979d13d635459acd3619c0978e2e8390ab71601b5395db1d2d3360cc447e16b722298931f626002f0396473c8f0d8ca5e52ac1afc16a75ea7ac1869d999290b2643207ff138068a396493cc249aeeb8bf2d2d66619b1b01b1efab647c5f75925fed3e37eef053f0dc004b8c90d8988cbb480b1b48b6addc293a9bf2f326aa12e3977306e45d270c6d81a00735db17c6276fc0b85f3a5ce8c95bbe2d2936113ac4bc6708dbf02e00157af8b488f73e06f0c5879e9ac2897e891928db4268fe236f60267fc7e98e0ba1fc4501719679f6a8cbd792275f53157afac47b79a914b97fa0505eaf7708e7f63c06cd038db5de900f631f03fdb5a7d375e7ddd0c5713360c18f94a725f6e61d3759d4f630cd3417b47ccee24e7c804e33b548d651e7f3dbd5c440869c6b531cb970e50553d5ee188d5191fa17016c339c2c010cc804000011cf0bbe98288e118d00ca091030de0a8650c553ae3058aaee4e90a2fd03425b7206df559d13901e0ff01b99d429f21a524e80000000049454e44ae426082")),
        StarterFile("templates/assets/icon-48.png", .hexadecimal("89504e470d0a1a0a0000000d49484452000000300000003008060000005702f98700000006624b474400ff00ff00ffa0bda793000004e0494441546881cd9a596c545518c77fdf9da12da51b9676682bdd10e85408bb1629340af820084fe54589c484201aad44147d2899b0448dc18a21049110129728600dc5a841b6b26889b421814e4102d80a852e943274a1cbccf185b2b6de736f878ebfb799fb7df7fcfec9bdf7cc997385bef0780c77d7f55c31d40241f2142409b81438faec0902027e05754aa815284519bbbd6b8a8e02aa8ffa8771af2a9823013e4298f428657511280f28e3fdaab545fb7a39760ff9f90eb73b799d28560e989d25644ba223ee8d431e4f77cf37772f87fc7c477656d28f82bc1a12373d26b7aa5b131a5ca93bf17a1580d173243b2bf953901743e7a6cd7cb73bf9939e0f02b7af79c5ded039d940d46cefeacff71b80188a0f43ed631965acc7e33124abf0cd3c03e350a87dec61cc34448c05a1d6b08d041618c08c507bd847cd708a222598a78c8f8a262d3e81a19143786c483486084dad2d34b7b75273ad913a5f73d0c61225294e81c45ee7680b8c1f91ce0be326f174e6289e48188e48af133c0097ae5fa3bcfa3cbf9e3ec991735528657f74052ec92e2cb07d86dc516e96cc98cd94f491b6fa2f36d6b3fdd8418a2bca08d80c622b40c4a03096cf99c7cb39336d0dfa20276b2ef241f137d434355aee35cc4beee7f1a1f114bffe6ed0e40126a466b073d90a26a66658eeb514203e2a9acd8b9692169f60792033a2c223d8bc68296353522df5690718e470b0f59565640c4bb42ca74b5478049b5e5a42cce048ed1eed008ba73fcb6857b22d312bc4474553306bae76bd5600574c2cafe53d6f5bca2a0ba73ec368579256ad568079e3a7103128ac5f52563044583875ba5ead4ed1dc7103bfb27c2e6bac569d6980c4e858c60c0feaaf0d2d5c317124c50e35ad330d9099e00a8a901dd287993fae4d03c45a78a4059b9808f3b12dcfc40389eafdafa0fb300de0bbd51614193bf8dadb4d6b4c035c68a80f8a8c1daaaf3598d69806a8f33573b9b929284256a8f3dde0aac6e247eb1ed85b79b2df4256293d5ba9b5d8d10af0edf1a374f9fdfd96d24529c5ae8a3fb46ab502d43637b1fdd8c17e4959e1e75315545efe47ab56fb31baf1e02f94575fb02da5cbadae4e8a7efb49bb5e3b40b7dfcfdbdf6de35cfd155b623af80301dedbf515576e5cd7eeb1349135b5b6b078db467e3f7fd6b29c194a2956efd9c1feaa5396fa2ccfc4cd6dad14eddd63b5ed3ff1b5b7b1fcfbedec2a2fb3dcebb43360cec8d176da7ae5e8b92a3c253b2c5d36f7e2bcbd276569df6b5a66ff02f803010e9c39c5d623fb397db9a63fa7ea762aa803b417bb614e2793d2321ffabeadb383e28ae3843b9d64278d20363292c8b0703ababb68bc7993a6b616aa1beb29bbf01727aacfd3dad1d11ff11eae3a95502b4a3fc0c4d48cfb9697ed9d9dfc5051c69787f7d1d8e20b86943ea26a9d02a5c014dd9e69996380108bdf46905227cad80d8177749b268c48e7ebb2c32115bf839f1201e4c9c2823f154cd6e9891d1cc98df6d0ad117a50c289aad51b9e3200a54469ef0bff1fe4018c80ac049403a0a1f4f8c5c4bc9c382027b45a9a08ebbd6b367c01f7ccc495676a5700252193d246767bab6aef5c31772730af5735b852770e4b880e17c80d899b29b225d111b7f8ef4d9bee2c4e7add0bca5ef5d62c51f2b1ee8dfda851c20923202b2bd77e76e0c1637d6f668164172ecf05351f541e903290afdb20ea9220a5f829a95cb7e1187dbc6ef32f4d06924a747c55ad0000000049454e44ae426082")),
        StarterFile("templates/assets/icon.svg", .text(##"""
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="100" height="100">
<rect width="100" height="100" rx="24" fill="#2a7d6f"/>
<path fill="#fff" d="M50 22c-18 0-32 12-32 28 0 9 4 16 11 21l-4 15 16-8c3 1 6 1 9 1 18 0 32-12 32-29S68 22 50 22z"/>
</svg>

"""##)),
        StarterFile("templates/home.mustache", .text(##"""
{{! The business's own page, one in each language: no partner, no code. }}
{{<layout}}
{{$body}}
{{>parts/header}}
<main id="main" tabindex="-1">
{{>parts/hero}}
{{>parts/story}}
</main>
{{>parts/footer}}
{{>parts/bar}}
{{/body}}
{{/layout}}

"""##)),
        StarterFile("templates/kit.css", .text(##"""
/*
The partner's kit, on top of style.css. A printed sheet is laid out in --u, a millimetre on paper and a fraction of the
screen's width in the preview. One radio group over all sheets chooses what is shown and printed, so no script is needed.
*/
h4 { margin-block: 1rem .4rem; font-size: 1rem; }
.slim .wrap { display: flex; flex-wrap: wrap; align-items: center; gap: 1.5rem; padding-block: clamp(1.25rem, 4vw, 3rem); }
.slim .wrap::after { content: none; }
.slim .wrap > :first-child { flex: 1 1 20rem; min-inline-size: 0; }
.tag { flex: none; max-inline-size: 100%; padding: 1.2rem 2rem; border-radius: 1.25rem; background: var(--card); text-align: center; box-shadow: 0 .4rem 0 var(--sun); }
.tag .code { font-size: clamp(2rem, 9vw, 3.25rem); }
.wrap.note { padding-block: 1.25rem 0; color: var(--soft); }
.tongue + .tongue { border-block-start: 3px dashed var(--line); }
.shelf { display: grid; gap: 2rem var(--gap); }
.shelf > * { min-inline-size: 0; }
.give h3:not(:first-child) { margin-block-start: 1.75rem; }
.after { margin-block-start: .6rem; color: var(--soft); }
.after a { display: inline-block; padding-block: .35rem; }
blockquote { padding: .9rem 1.2rem; border-radius: 1rem 1rem 1rem .2rem; background: #d9f7c4; color: #10281a; }
.qr { inline-size: min(100%, 18rem); margin-block: .5rem 1rem; border-radius: 1rem; overflow: hidden; background: #fff; }
.qr svg { inline-size: 100%; block-size: auto; }
.sheets { min-inline-size: 0; margin-block-start: 2.5rem; padding: 0; border: 0; }
legend { padding: 0; font-size: 1.1875rem; font-weight: 800; }
.sheet { position: relative; display: grid; grid-template-columns: auto 1fr; gap: 0 .75rem; align-items: center; align-content: start; }
.sheet input { inline-size: 1.5rem; block-size: 1.5rem; margin: 0; accent-color: var(--a); }
.sheet label { padding-block: .7rem; cursor: pointer; }
.sheet label::after { content: ""; position: absolute; inset: 0; }
.sheet .paper { grid-column: 1 / -1; margin-block: .5rem 1.25rem; }
.copy { align-items: flex-start; }
.copy > [dir=auto] { unicode-bidi: plaintext; }
.copy > :first-child { padding-block: .5rem; }

.paper { --u: calc(min(100vw - 3rem, 30rem) / 210); overflow: hidden; background: #fff; color: #1c2423; font-size: calc(4 * var(--u)); line-height: 1.35; border-radius: .3rem; box-shadow: 0 0 0 1px #0003, 0 .5rem 1.5rem #0002; }
.paper p { text-wrap: pretty; }
.sky p { position: relative; }
.paper img { inline-size: 100%; block-size: auto; }
.paper .shout, .paper .gift { max-block-size: calc(4lh + .15em); padding-block-end: .15em; overflow: hidden; flex: none; }
.paper .shout { text-wrap: balance; }
.gift, .by { white-space: normal; }
.shout { font-weight: 800; line-height: 1.15; letter-spacing: -.01em; }
.shout:is(:lang(th), :dir(rtl)) { letter-spacing: 0; }
.shout:lang(th), .paper:lang(th) { line-height: 1.45; }
.by { display: flex; align-items: center; gap: .5em; line-height: 1.2; }
.by svg { flex: none; inline-size: 2.6em; block-size: 2.6em; }
.paper bdi { white-space: nowrap; }
.how { counter-reset: step; }
.how li { display: flex; align-items: center; gap: .5em; counter-increment: step; padding-block: .15em; line-height: 1.2; }
.how li::before { content: counter(step); flex: none; inline-size: 1.5em; text-align: center; border-radius: 1em; background: #23302f; color: #fff; font-weight: 800; line-height: 1.5; }
.aim { flex: none; text-align: center; }
.badge-code { line-height: 1.15; }
.badge-code b { display: block; letter-spacing: .06em; white-space: nowrap; }
.sky { display: flex; flex-direction: column; overflow: hidden; background: linear-gradient(var(--sky), var(--sky2)); border-radius: calc(5 * var(--u)); }
.paper .scene { overflow: hidden; flex: 1 1 0; min-block-size: 0; inline-size: auto; max-inline-size: none; block-size: auto; margin-block-start: auto; }

.tent { inline-size: calc(148 * var(--u)); block-size: calc(209.5 * var(--u)); page: tent; display: grid; grid-template-rows: 1fr 1fr; position: relative; }
.tent::before { content: ""; position: absolute; inset: 50% 0 auto; border-block-start: 1px dashed #999; }
.face { display: flex; gap: calc(5 * var(--u)); min-block-size: 0; margin: calc(6 * var(--u)); }
.face:first-child { transform: rotate(180deg); }
.face .sky { flex: 1; min-inline-size: 0; padding: calc(5 * var(--u)) calc(5 * var(--u)) 0; }
.face .by { font-size: .95em; }
.face .shout { margin-block: .5em .35em; font-size: 1.6em; }
.face .gift { max-block-size: calc(6lh + .15em); font-size: .86em; }
.face .scene { margin-inline: calc(-5 * var(--u)); }
.face .aim { display: flex; flex-direction: column; justify-content: space-between; inline-size: calc(60 * var(--u)); }
.face .aim img { margin-block-start: calc(-4 * var(--u)); }
.face .badge-code { margin-block: calc(-3 * var(--u)) 0; }
.face .badge-code b { font-size: 1.7em; }
.face .how { font-size: .88em; text-align: start; }

.poster { display: flex; flex-direction: column; gap: calc(7 * var(--u)); inline-size: calc(210 * var(--u)); block-size: calc(296.5 * var(--u)); padding: calc(12 * var(--u)); page: poster; }
.poster .sky { flex: 1; min-block-size: 0; padding: calc(11 * var(--u)) calc(12 * var(--u)) 0; border-radius: calc(9 * var(--u)); }
.poster .by { font-size: 1.6em; }
.poster .shout { font-size: 3.7em; margin-block: .45em .3em; }
.poster .gift { font-size: 1.4em; max-inline-size: 34em; }
.poster .scene { margin-inline: calc(-12 * var(--u)); }
.mid { display: flex; flex: none; gap: calc(6 * var(--u)); align-items: center; font-size: 1.5em; }
.mid > :last-child { flex: 1; min-inline-size: 0; }
.poster .aim { inline-size: calc(108 * var(--u)); margin: calc(-6 * var(--u)); margin-inline-end: 0; }
.poster .badge-code { margin-block: .8em .25em; }
.poster .badge-code b { font-size: 1.5em; }

.cards { display: grid; grid-template-columns: repeat(2, calc(90 * var(--u))); grid-template-rows: repeat(5, calc(54 * var(--u))); place-content: center; inline-size: calc(210 * var(--u)); block-size: calc(296.5 * var(--u)); page: cards; }
.card { display: flex; gap: calc(2 * var(--u)); align-items: center; padding: calc(5 * var(--u)); padding-inline-end: calc(3 * var(--u)); overflow: hidden; border: 1px dashed #aaa; margin: 0 -1px -1px 0; font-size: .8em; }
.card .say { display: flex; flex: 1; flex-direction: column; gap: calc(1.5 * var(--u)); block-size: 100%; min-inline-size: 0; }
.card .by { font-size: 1.05em; }
.card .shout { font-size: 1.3em; }
.card .vignette { flex: 1 1 0; min-block-size: 0; inline-size: auto; align-self: start; max-block-size: calc(15 * var(--u)); margin-block-start: auto; }
.card .aim { inline-size: calc(38 * var(--u)); }
.card .badge-code { margin-block-start: calc(-1.5 * var(--u)); }
.card .badge-code b { font-size: 1.4em; }

@media screen and (max-width: 45.99rem) {
  .sheet input:not(:checked) ~ .paper { display: none; }
}
@media (min-width: 46rem) {
  .sheets { display: grid; grid-template-columns: repeat(3, 1fr); gap: 0 var(--gap); }
  .sheet { align-items: start; }
  .sheet label { min-block-size: 8.25rem; }
  .sheet input { margin-block-start: .7rem; }
  .sheets > p { grid-column: 1 / -1; margin-block-end: .5rem; }
  .paper { --u: calc((min(100vw, 74rem) - 4 * var(--gap)) / 3 / 210); }
  .sheet input:checked ~ .paper { outline: 3px solid var(--a); outline-offset: 3px; }
}
@media (min-width: 60rem) {
  .sheet label { min-block-size: 6.5rem; }
  .shelf { grid-template-columns: 2fr 1fr; }
}
@page tent { size: A5 portrait; margin: 0; }
@page poster { size: A4 portrait; margin: 0; }
@page cards { size: A4 portrait; margin: 0; }
@media print {
  .top, .slim, .note, .foot, .skip, .hush, .tongue > :not(.sheets), .sheets > :not(.sheet), .sheet > :not(.paper) { display: none; }
  html, body { background: #fff; }
  .wrap.tongue, .sheets, .sheet { display: contents; }
  .tongue:not(:has(input:checked)), .sheet:not(:has(input:checked)) { display: none; }
  .sheet .paper { --u: 1mm; margin: 0; border-radius: 0; outline: 0; box-shadow: none; break-inside: avoid; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}

"""##)),
        StarterFile("templates/kit.mustache", .text(##"""
{{! The partner's own page, opened on a phone. Everything for a language stands in that language's part, so that a partner
    who reads Thai needs only the Thai part. The sheets print by themselves: kit.css hides all but the chosen one. }}
{{<layout}}
{{$links}}{{/links}}
{{$preview}}{{/preview}}
{{$body}}
<header class="top">
<div class="wrap">
<a class="brand" href="{{site.home}}"><svg class="mark" aria-hidden="true" width="40" height="40" viewBox="0 0 100 100"><use href="#mark"/></svg><span{{#site.nameIn}} lang="{{code}}" dir="{{direction}}"{{/site.nameIn}}>{{site.name}}</span></a>
{{#manyLanguages}}
<nav aria-label="{{strings.languages}}">
<ul class="tongues">
{{#kit.languages}}
<li><a href="{{anchor}}" lang="{{code}}"><b>{{code}}</b> <span>{{name}}</span></a></li>
{{/kit.languages}}
</ul>
</nav>
{{/manyLanguages}}
</div>
</header>
<main id="main" tabindex="-1">
<section class="hero slim">
<div class="wrap">
<div>
<p class="kicker">{{strings.kit}}</p>
<h1>{{partner.name}}</h1>
<p class="lead">{{strings.kitIntro}}</p>
</div>
<div class="tag">
<p>{{strings.kitCode}}</p>
<p class="code" translate="no">{{kit.code}}</p>
</div>
</div>
</section>
<p class="wrap note">{{strings.kitPrivate}}</p>
{{#kit.languages}}
<section class="wrap tongue" id="{{code}}" lang="{{code}}" dir="{{direction}}" aria-labelledby="in-{{code}}">
<h2 id="in-{{code}}">{{name}}</h2>
<div class="shelf">
<div class="give">
<h3>{{strings.kitPage}}</h3>
<div class="copy">
<p dir="ltr" translate="no">{{pageURL}}</p>
{{<parts/copy}}{{$label}}{{strings.copyLink}}{{/label}}{{/parts/copy}}
</div>
<p class="after"><a href="{{pageHref}}">{{strings.kitOpen}}</a></p>
<h3>{{strings.kitTexts}}</h3>
<h4>{{strings.kitChat}}</h4>
<div class="copy">
<p dir="auto">{{chatText}}</p>
{{<parts/copy}}{{$label}}{{strings.copyText}}{{/label}}{{/parts/copy}}
</div>
<h4>{{strings.kitPost}}</h4>
<div class="copy">
<p dir="auto">{{postText}}</p>
{{<parts/copy}}{{$label}}{{strings.copyText}}{{/label}}{{/parts/copy}}
</div>
<h4>{{strings.kitEmail}}</h4>
<div class="copy">
<p dir="auto">{{emailText}}</p>
{{<parts/copy}}{{$label}}{{strings.copyText}}{{/label}}{{/parts/copy}}
</div>
<h3>{{strings.kitMessage}}</h3>
<blockquote{{#messageIn}} lang="{{code}}" dir="{{direction}}"{{/messageIn}}>{{message}}</blockquote>
<p class="after">{{strings.kitCodeNote}}</p>
</div>
<div class="scan">
<h3>{{strings.qr}}</h3>
<div class="qr">{{qr}}</div>
<p>{{strings.qrNote}}</p>
<p class="ways"><a class="quiet" href="{{qrSVG}}" download="qr-{{kit.code}}-{{code}}.svg">{{strings.qrSVG}}</a> <a class="quiet" href="{{qrPNG}}" download="qr-{{kit.code}}-{{code}}.png">{{strings.qrPNG}}</a></p>
</div>
</div>
<fieldset class="sheets">
<legend>{{strings.print}}</legend>
<p>{{strings.printNote}}</p>
<div class="sheet">
<input type="radio" name="sheet" id="tent-{{code}}"{{#first}} checked{{/first}}>
<label for="tent-{{code}}"><b>{{strings.tent}}</b> {{strings.tentNote}}</label>
<div class="paper tent">
{{>parts/face}}
{{>parts/face}}
</div>
</div>
<div class="sheet">
<input type="radio" name="sheet" id="poster-{{code}}">
<label for="poster-{{code}}"><b>{{strings.poster}}</b> {{strings.posterNote}}</label>
<div class="paper poster">
{{>parts/poster}}
</div>
</div>
<div class="sheet">
<input type="radio" name="sheet" id="cards-{{code}}">
<label for="cards-{{code}}"><b>{{strings.cards}}</b> {{strings.cardsNote}}</label>
<div class="paper cards">
{{>parts/card}}
{{>parts/card}}
{{>parts/card}}
{{>parts/card}}
{{>parts/card}}
{{>parts/card}}
{{>parts/card}}
{{>parts/card}}
{{>parts/card}}
{{>parts/card}}
</div>
</div>
</fieldset>
</section>
{{/kit.languages}}
</main>
{{>parts/footer}}
{{/body}}
{{/layout}}

"""##)),
        StarterFile("templates/layout.mustache", .text(##"""
<!doctype html>
<html lang="{{page.language}}" dir="{{page.direction}}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{{page.policy}}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title{{#page.titleIn}} lang="{{code}}" dir="{{direction}}"{{/page.titleIn}}>{{page.title}}</title>
<meta name="description" content="{{page.description}}">
{{#page.noindex}}
<meta name="robots" content="noindex">
{{/page.noindex}}
{{$links}}
<link rel="canonical" href="{{page.url}}">
{{#manyLanguages}}
{{#languages}}
<link rel="alternate" hreflang="{{code}}" href="{{url}}">
{{/languages}}
<link rel="alternate" hreflang="x-default" href="{{defaultURL}}">
{{/manyLanguages}}
{{/links}}
{{$preview}}
<meta property="og:type" content="website">
<meta property="og:site_name" content="{{site.name}}">
<meta property="og:title" content="{{page.title}}">
<meta property="og:description" content="{{page.description}}">
<meta property="og:url" content="{{page.url}}">
{{#page.image}}
<meta property="og:image" content="{{href}}">
<meta property="og:image:type" content="{{type}}">
<meta property="og:image:width" content="{{width}}">
<meta property="og:image:height" content="{{height}}">
<meta property="og:image:alt" content="{{site.name}}">
<meta name="twitter:card" content="summary_large_image">
<meta name="twitter:image" content="{{href}}">
{{/page.image}}
{{^page.image}}
<meta name="twitter:card" content="summary">
{{/page.image}}
{{/preview}}
<meta name="theme-color" media="(prefers-color-scheme: light)" content="{{page.themeColor}}">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="{{page.themeColorDark}}">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<meta name="generator" content="{{page.generator}}">
<link rel="icon" href="{{page.root}}assets/icon.svg" type="image/svg+xml">
<link rel="icon" href="{{page.root}}assets/icon-48.png" type="image/png" sizes="48x48">
<link rel="apple-touch-icon" href="{{page.root}}assets/icon-180.png">
<style>{{page.style}}</style>
{{#page.structuredData}}
<script type="application/ld+json">{{page.structuredData}}</script>
{{/page.structuredData}}
</head>
<body>
<a class="skip" href="#main">{{strings.skip}}</a>
{{>parts/icons}}
{{$body}}{{/body}}
{{$script}}
<p class="hush" role="status"></p>
<script>{{page.script}}</script>
{{/script}}
</body>
</html>

"""##)),
        StarterFile("templates/page.mustache", .text(##"""
{{! A partner's landing page: active, paused and retired in one. }}
{{<layout}}
{{$body}}
{{>parts/header}}
<main id="main" tabindex="-1">
{{>parts/hero}}
{{>parts/ticket}}
{{>parts/story}}
</main>
{{>parts/footer}}
{{>parts/bar}}
{{/body}}
{{/layout}}

"""##)),
        StarterFile("templates/parts/bar.mustache", .text(##"""
<nav class="bar" aria-label="{{strings.contact}}">
<a class="go" href="{{whatsapp.href}}"><svg class="i" aria-hidden="true" width="24" height="24"><use href="#i-chat"/></svg>{{strings.write}}</a>
<a class="help" href="#fallback"><span class="hush">{{strings.fallback}}</span><span aria-hidden="true">?</span></a>
</nav>

"""##)),
        StarterFile("templates/parts/card.mustache", .text(##"""
<div class="card">
<div class="say">
{{#business}}
<p class="by"><b{{#businessIn}} lang="{{code}}" dir="{{direction}}"{{/businessIn}}>{{business}}</b></p>
{{/business}}
<p class="shout"{{#headlineIn}} lang="{{code}}" dir="{{direction}}"{{/headlineIn}}>{{headline}}</p>
{{>parts/vignette}}
<p class="ring"><bdi>{{site.phone}}</bdi></p>
</div>
<div class="aim"><img src="{{qrSVG}}" alt="{{pageURL}}" width="232" height="232"><p class="badge-code">{{strings.codeLabel}} <b>{{kit.code}}</b></p></div>
</div>

"""##)),
        StarterFile("templates/parts/copy.mustache", .text(##"""
<button type="button" hidden><span>{{$label}}{{strings.copy}}{{/label}}</span><span>{{strings.copied}}</span></button>

"""##)),
        StarterFile("templates/parts/drawings.mustache", .text(##"""
{{! Drawings that pages use several times: the mark of the business. }}
{{>parts/mark}}

"""##)),
        StarterFile("templates/parts/face.mustache", .text(##"""
<div class="face">
<div class="sky">
<p class="by"><svg aria-hidden="true" width="40" height="40" viewBox="0 0 100 100"><use href="#mark"/></svg><span>{{#business}}<b{{#businessIn}} lang="{{code}}" dir="{{direction}}"{{/businessIn}}>{{business}}</b><br>{{/business}}<bdi>{{site.phone}}</bdi></span></p>
<p class="shout"{{#headlineIn}} lang="{{code}}" dir="{{direction}}"{{/headlineIn}}>{{headline}}</p>
{{#greeting}}
<p class="gift"{{#greetingIn}} lang="{{code}}" dir="{{direction}}"{{/greetingIn}}>{{greeting}}</p>
{{/greeting}}
{{>parts/scene}}
</div>
<div class="aim">
<img src="{{qrSVG}}" alt="{{pageURL}}" width="232" height="232">
<p class="badge-code">{{strings.codeLabel}} <b>{{kit.code}}</b></p>
{{>parts/how}}
</div>
</div>

"""##)),
        StarterFile("templates/parts/fallback.mustache", .text(##"""
<section class="fallback" id="fallback" aria-labelledby="fallback-title">
<h2 id="fallback-title">{{strings.fallback}}</h2>
<p>{{#telegram}}{{strings.fallbackText}}{{/telegram}}{{^telegram}}{{strings.fallbackCall}}{{/telegram}}</p>
<ul class="ways">
{{#telegram}}
<li><a class="quiet" href="{{telegram.href}}"><svg class="i" aria-hidden="true" width="24" height="24"><use href="#i-plane"/></svg>{{strings.telegram}}</a></li>
{{/telegram}}
<li><a class="quiet" href="{{site.phoneHref}}"><svg class="i" aria-hidden="true" width="24" height="24"><use href="#i-phone"/></svg><bdi>{{site.phone}}</bdi></a></li>
</ul>
<h3>{{strings.message}}</h3>
<div class="copy">
<p{{#whatsapp.textIn}} lang="{{code}}" dir="{{direction}}"{{/whatsapp.textIn}}>{{whatsapp.text}}</p>
{{<parts/copy}}{{$label}}{{strings.copyMessage}}{{/label}}{{/parts/copy}}
</div>
{{#partner}}
<h3>{{strings.code}}</h3>
<div class="copy">
<p class="code" translate="no">{{partner.code}}</p>
{{<parts/copy}}{{$label}}{{strings.copyCode}}{{/label}}{{/parts/copy}}
</div>
{{/partner}}
</section>

"""##)),
        StarterFile("templates/parts/footer.mustache", .text(##"""
<footer class="foot">
<div class="wrap">
<svg class="mark" aria-hidden="true" width="64" height="64" viewBox="0 0 100 100"><use href="#mark"/></svg>
<p><b{{#site.nameIn}} lang="{{code}}" dir="{{direction}}"{{/site.nameIn}}>{{site.name}}</b>{{#site.city}} · <span{{#site.cityIn}} lang="{{code}}" dir="{{direction}}"{{/site.cityIn}}>{{site.city}}</span>{{/site.city}}</p>
{{#footer}}
<p{{#footerIn}} lang="{{code}}" dir="{{direction}}"{{/footerIn}}>{{footer}}</p>
{{/footer}}
</div>
</footer>

"""##)),
        StarterFile("templates/parts/header.mustache", .text(##"""
<header class="top">
<div class="wrap">
<a class="brand" href="{{site.home}}"><svg class="mark" aria-hidden="true" width="40" height="40" viewBox="0 0 100 100"><use href="#mark"/></svg><span{{#site.nameIn}} lang="{{code}}" dir="{{direction}}"{{/site.nameIn}}>{{site.name}}</span></a>
{{#manyLanguages}}
<nav aria-label="{{strings.languages}}">
<ul class="tongues">
{{#languages}}
<li><a href="{{href}}" lang="{{code}}" hreflang="{{code}}"{{#current}} aria-current="true"{{/current}}><b>{{code}}</b> <span>{{name}}</span></a></li>
{{/languages}}
</ul>
</nav>
{{/manyLanguages}}
<a class="go small" href="{{whatsapp.href}}"><svg class="i" aria-hidden="true" width="24" height="24"><use href="#i-chat"/></svg>{{strings.write}}</a>
</div>
</header>

"""##)),
        StarterFile("templates/parts/hero.mustache", .text(##"""
<section class="hero">
<div class="wrap">
{{#site.city}}
<p class="kicker"{{#site.cityIn}} lang="{{code}}" dir="{{direction}}"{{/site.cityIn}}>{{site.city}}</p>
{{/site.city}}
<h1{{#headlineIn}} lang="{{code}}" dir="{{direction}}"{{/headlineIn}}>{{headline}}</h1>
{{#lead}}
<p class="lead"{{#leadIn}} lang="{{code}}" dir="{{direction}}"{{/leadIn}}>{{lead}}</p>
{{/lead}}
<p class="actions"><a class="go" href="{{whatsapp.href}}"><svg class="i" aria-hidden="true" width="24" height="24"><use href="#i-chat"/></svg>{{strings.write}}</a></p>
</div>
{{>parts/scene}}
</section>

"""##)),
        StarterFile("templates/parts/how.mustache", .text(##"""
<ol class="how"><li>{{strings.scan}}</li><li>{{strings.scanOpen}}</li><li>{{strings.scanSend}}</li></ol>

"""##)),
        StarterFile("templates/parts/icons.mustache", .text(##"""
<svg class="sprite" width="0" height="0" aria-hidden="true">
<symbol id="i-chat" viewBox="0 0 24 24"><path fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" d="M3 21l1.5-5A9 9 0 1 1 8 19.500z"/><path fill="currentColor" d="M8.400 7.500c.4-.4 1-.3 1.200.2l.7 1.500c.1.300 0 .7-.2.900l-.5.600c.7 1.300 1.600 2.200 2.900 2.800l.7-.6c.3-.2.600-.3.9-.1l1.500.8c.4.200.5.800.2 1.200-.7 1-1.900 1.400-3.100 1-2.400-.8-4.300-2.700-5-5-.3-1.300 0-2.400.7-3.300z"/></symbol>
<symbol id="i-plane" viewBox="0 0 24 24"><path fill="currentColor" d="M21.500 3.200L2.800 10.600c-.8.300-.8 1.400 0 1.700l4.700 1.600 1.800 5.600c.2.700 1.100.900 1.600.3l2.500-2.600 4.600 3.400c.6.400 1.400.1 1.500-.6l3.200-15.600c.2-.9-.5-1.500-1.200-1.200zM9.600 14.700l7.800-7-5.900 7.900-1 2.400z"/></symbol>
<symbol id="i-phone" viewBox="0 0 24 24"><path fill="currentColor" d="M6.500 2.700c.6-.4 1.400-.2 1.700.4l1.900 3.700c.3.500.1 1.100-.3 1.500L8 9.900c1.400 2.700 3.400 4.700 6.100 6.100l1.600-1.800c.4-.4 1-.6 1.500-.3l3.700 1.900c.6.300.8 1.100.4 1.700-1.400 2.500-3.600 3.700-6.400 3C9 18.800 5.200 15 3.500 9.100c-.7-2.800.5-5 3-6.400z"/></symbol>
<symbol id="i-letter" viewBox="0 0 24 24"><path fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" d="M3 6h18v13H3zl9 7 9-7"/></symbol>
<symbol id="i-pin" viewBox="0 0 24 24"><path fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" d="M12 22c-4-5-7-8-7-12a7 7 0 0 1 14 0c0 4-3 7-7 12z"/><circle cx="12" cy="10" r="2.500" fill="currentColor"/></symbol>
{{>parts/drawings}}
</svg>

"""##)),
        StarterFile("templates/parts/mark.mustache", .text(##"""
<symbol id="mark" viewBox="0 0 100 100">
<path fill="#2a7d6f" d="M50 6C25 6 6 23 6 45c0 12 6 22 15 29L16 94l22-10c4 1 8 1 12 1 25 0 44-17 44-40S75 6 50 6z"/>
<path fill="#fff" d="M30 40a6 6 0 1 1 0 12 6 6 0 0 1 0-12zm20 0a6 6 0 1 1 0 12 6 6 0 0 1 0-12zm20 0a6 6 0 1 1 0 12 6 6 0 0 1 0-12z"/>
</symbol>

"""##)),
        StarterFile("templates/parts/place.mustache", .text(##"""
<section class="place" aria-labelledby="place-title">
<h2 id="place-title">{{#site.address}}{{strings.place}}{{/site.address}}{{^site.address}}{{#site.hours}}{{strings.place}}{{/site.hours}}{{^site.hours}}{{strings.contact}}{{/site.hours}}{{/site.address}}</h2>
<address>
{{#site.address}}
<p{{#site.addressIn}} lang="{{code}}" dir="{{direction}}"{{/site.addressIn}}>{{site.address}}</p>
{{/site.address}}
{{#site.hours}}
<p{{#site.hoursIn}} lang="{{code}}" dir="{{direction}}"{{/site.hoursIn}}>{{site.hours}}</p>
{{/site.hours}}
<ul class="ways">
<li><a class="quiet" href="{{site.phoneHref}}"><svg class="i" aria-hidden="true" width="24" height="24"><use href="#i-phone"/></svg><bdi>{{site.phone}}</bdi></a></li>
{{#site.email}}
<li><a class="quiet" href="{{site.emailHref}}"><svg class="i" aria-hidden="true" width="24" height="24"><use href="#i-letter"/></svg>{{site.email}}</a></li>
{{/site.email}}
{{#site.map}}
<li><a class="quiet" href="{{site.map}}"><svg class="i" aria-hidden="true" width="24" height="24"><use href="#i-pin"/></svg>{{strings.map}}</a></li>
{{/site.map}}
</ul>
</address>
</section>

"""##)),
        StarterFile("templates/parts/poster.mustache", .text(##"""
<div class="sky">
<p class="by"><svg aria-hidden="true" width="40" height="40" viewBox="0 0 100 100"><use href="#mark"/></svg>{{#business}}<b{{#businessIn}} lang="{{code}}" dir="{{direction}}"{{/businessIn}}>{{business}}</b>{{/business}}</p>
<p class="shout"{{#headlineIn}} lang="{{code}}" dir="{{direction}}"{{/headlineIn}}>{{headline}}</p>
{{#greeting}}
<p class="gift"{{#greetingIn}} lang="{{code}}" dir="{{direction}}"{{/greetingIn}}>{{greeting}}</p>
{{/greeting}}
{{>parts/scene}}
</div>
<div class="mid">
<div class="aim"><img src="{{qrSVG}}" alt="{{pageURL}}" width="232" height="232"></div>
<div>
{{>parts/how}}
<p class="badge-code">{{strings.codeLabel}} <b>{{kit.code}}</b></p>
<p class="ring"><bdi>{{site.phone}}</bdi></p>
</div>
</div>

"""##)),
        StarterFile("templates/parts/scene.mustache", .text(##"""
<svg class="scene" aria-hidden="true" viewBox="0 0 1440 520" preserveAspectRatio="xMidYMax slice">
<circle class="sun" cx="980" cy="250" r="140"/>
<path class="far" d="M0 360c120-90 240-110 360-40 110-110 260-120 400-10 90-70 200-80 300 0 130-90 260-60 380 30v180H0z"/>
<path class="sea1" d="M0 380c180-50 340-50 520-10s360 40 520 0 280-30 400 10v140H0z"/>
<path class="sea2" d="M0 424c120-14 240 14 360 0s240-14 360 0 240 14 360 0 240-14 360 0v96H0z"/>
<path class="sand" d="M0 474c220-22 460-6 720-10 270-4 520-20 720 0v56H0z"/>
</svg>

"""##)),
        StarterFile("templates/parts/story.mustache", .text(##"""
{{#hasOffers}}
<section class="wrap" id="offers" aria-labelledby="offers-title">
<h2 id="offers-title">{{strings.offers}}</h2>
<ul class="offers">
{{#offers}}
<li class="offer">
{{#image}}
<img src="{{href}}" alt="{{alt}}"{{#altIn}} lang="{{code}}"{{/altIn}} width="{{width}}" height="{{height}}"{{^first}} loading="lazy"{{/first}}>
{{/image}}
<h3{{#titleIn}} lang="{{code}}" dir="{{direction}}"{{/titleIn}}>{{title}}</h3>
{{#text}}
<p{{#textIn}} lang="{{code}}" dir="{{direction}}"{{/textIn}}>{{text}}</p>
{{/text}}
{{#price}}
<p class="price"{{#priceIn}} lang="{{code}}" dir="{{direction}}"{{/priceIn}}>{{price}}</p>
{{/price}}
<a class="go" href="{{whatsapp.href}}"><svg class="i" aria-hidden="true" width="24" height="24"><use href="#i-chat"/></svg>{{strings.ask}}<span class="hush"{{#titleIn}} lang="{{code}}" dir="{{direction}}"{{/titleIn}}>: {{title}}</span></a>
</li>
{{/offers}}
</ul>
</section>
{{/hasOffers}}
{{#hasReasons}}
<section class="sea" aria-labelledby="reasons-title">
<div class="wrap">
<h2 id="reasons-title">{{strings.reasons}}</h2>
<ul class="reasons">
{{#reasons}}
<li>
{{#icon}}
<span class="badge icon-{{icon}}" aria-hidden="true"></span>
{{/icon}}
<div><h3{{#titleIn}} lang="{{code}}" dir="{{direction}}"{{/titleIn}}>{{title}}</h3>{{#text}}<p{{#textIn}} lang="{{code}}" dir="{{direction}}"{{/textIn}}>{{text}}</p>{{/text}}</div>
</li>
{{/reasons}}
</ul>
</div>
</section>
{{/hasReasons}}
{{#hasSteps}}
<section class="road" aria-labelledby="steps-title">
<div class="wrap">
<h2 id="steps-title">{{strings.steps}}</h2>
<ol class="steps">
{{#steps}}
<li>
<span class="stone" aria-hidden="true">{{number}}</span>
<div><h3{{#titleIn}} lang="{{code}}" dir="{{direction}}"{{/titleIn}}>{{title}}</h3>{{#text}}<p{{#textIn}} lang="{{code}}" dir="{{direction}}"{{/textIn}}>{{text}}</p>{{/text}}</div>
</li>
{{/steps}}
</ol>
</div>
</section>
{{/hasSteps}}
{{#hasQuestions}}
<section class="wrap curious" aria-labelledby="questions-title">
<h2 id="questions-title">{{strings.questions}}</h2>
<svg class="ask" aria-hidden="true" width="180" height="180" viewBox="0 0 100 100"><use href="#mark"/></svg>
<div class="questions">
{{#questions}}
<details>
<summary><span{{#questionIn}} lang="{{code}}" dir="{{direction}}"{{/questionIn}}>{{question}}</span></summary>
<p{{#answerIn}} lang="{{code}}" dir="{{direction}}"{{/answerIn}}>{{answer}}</p>
</details>
{{/questions}}
</div>
</section>
{{/hasQuestions}}
<div class="wrap pair">
{{>parts/place}}
{{>parts/fallback}}
</div>

"""##)),
        StarterFile("templates/parts/ticket.mustache", .text(##"""
{{#partner}}
{{^partner.retired}}
<section class="wrap invite" aria-labelledby="ticket">
<div class="ticket">
<div class="from">
<p class="kicker">{{strings.invited}}</p>
<h2 id="ticket">{{partner.name}}</h2>
{{#partner.greeting}}
<p{{#partner.greetingIn}} lang="{{code}}" dir="{{direction}}"{{/partner.greetingIn}}>{{partner.greeting}}</p>
{{/partner.greeting}}
{{#partner.paused}}
<p>{{strings.paused}}</p>
{{/partner.paused}}
</div>
<div class="stub">
<p>{{strings.code}}</p>
<p class="code" translate="no">{{partner.code}}</p>
<p>{{strings.codeNote}}</p>
</div>
</div>
</section>
{{/partner.retired}}
{{/partner}}

"""##)),
        StarterFile("templates/parts/vignette.mustache", .text(##"""
<svg class="vignette" aria-hidden="true" viewBox="0 0 400 150">
<path fill="#ffdda8" d="M14 0h372a14 14 0 0 1 14 14v122a14 14 0 0 1-14 14H14a14 14 0 0 1-14-14V14A14 14 0 0 1 14 0z"/>
<circle class="sun" cx="278" cy="72" r="46"/>
<path class="far" d="M0 98c40-40 90-46 134-14 40-42 96-44 146-2 34-26 80-26 120 4v24H0z"/>
<path class="sea1" d="M0 102c60-16 116-16 176-2s124 12 224-2v26H0z"/>
<path class="sea2" d="M0 118c44-6 88 6 132 0s90-6 134 0 90 4 134 0v18a14 14 0 0 1-14 14H14a14 14 0 0 1-14-14z"/>
</svg>

"""##)),
        StarterFile("templates/script.js", .text(##"""
for (const button of document.querySelectorAll(".copy button")) {
  const source = button.previousElementSibling;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(source.textContent.trim());
    } catch {
      const range = document.createRange();
      range.selectNodeContents(source);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      if (!document.execCommand("copy")) return;
    }
    button.classList.add("done");
    document.querySelector("[role=status]").textContent = button.lastElementChild.textContent;
    setTimeout(() => button.classList.remove("done"), 2500);
  });
}

"""##)),
        StarterFile("templates/strings.json", .text(##"""
{
  "ru": {
    "skip": "К содержанию",
    "languages": "Язык",
    "contact": "Связаться",
    "write": "Написать в WhatsApp",
    "ask": "Спросить",
    "invited": "Вас приглашает",
    "code": "Ваш код",
    "codeNote": "Он уже в сообщении: просто нажмите «Отправить».",
    "paused": "Особое предложение партнёра сейчас на паузе, но мы вам рады: напишите, подберём вариант.",
    "offers": "Выбирайте",
    "reasons": "Почему с\u00a0нами спокойно",
    "steps": "Как это работает",
    "questions": "Вопросы и ответы",
    "place": "Где и когда",
    "map": "Открыть карту",
    "fallback": "WhatsApp не открывается?",
    "fallbackText": "Отправьте это же сообщение в Telegram, скопируйте его или просто позвоните.",
    "fallbackCall": "Скопируйте сообщение или просто позвоните.",
    "telegram": "Написать в Telegram",
    "message": "Готовое сообщение",
    "copy": "Скопировать",
    "copyMessage": "Скопировать сообщение",
    "copyCode": "Скопировать код",
    "copied": "Скопировано",
    "lostTitle": "Кажется, мы свернули не туда",
    "lostText": "Такой страницы нет, но мы на месте. Напишите нам или начните с главной.",
    "home": "На главную",
    "kit": "Набор партнёра",
    "kitIntro": "Всё, чтобы рекомендовать нас в два касания: ссылка, тексты, QR-код и листы для печати.",
    "kitPrivate": "Этот набор только для вас. Гостям отправляйте ссылку, она ниже.",
    "kitCode": "Ваш код",
    "kitCodeNote": "Ваш код уже стоит в сообщении каждого вашего гостя. По нему мы узнаём, что гость пришёл от вас.",
    "kitPage": "Ваша страница",
    "kitOpen": "Открыть страницу",
    "kitMessage": "Что напишет гость",
    "kitTexts": "Готовые тексты",
    "kitChat": "Для чата",
    "kitPost": "Для поста",
    "kitEmail": "Для подписи в письме",
    "chatText": "Советую {{business}}. {{description}}\nПодробности и WhatsApp:\n{{page}}",
    "postText": "{{headline}}\n\n{{description}} {{greeting}}\n\n{{business}}, подробности и WhatsApp:\n{{page}}\nЕсли пишете сами, укажите код {{code}}.",
    "emailText": "{{partner}} рекомендует: {{business}}, код {{code}}\n{{page}}",
    "copyLink": "Скопировать ссылку",
    "copyText": "Скопировать текст",
    "qr": "QR-код страницы",
    "qrNote": "Ставьте его на стойку, в меню или в сторис: камера откроет вашу страницу.",
    "qrSVG": "Скачать SVG для печати",
    "qrPNG": "Скачать PNG для соцсетей",
    "print": "Напечатать",
    "printNote": "Выберите лист, затем «Печать» в меню браузера: напечатается только он. Масштаб 100\u00a0%, чёрно-белый принтер подойдёт.",
    "tent": "Домик на стол",
    "tentNote": "A5, складывается пополам до A6. На листе A4 выйдет домик A5.",
    "poster": "Плакат",
    "posterNote": "A4, для стены или двери.",
    "cards": "Визитки",
    "cardsNote": "A4, десять карточек 90\u00a0×\u00a054\u00a0мм. Режьте по линиям.",
    "scan": "Наведите камеру",
    "scanOpen": "Откройте страницу",
    "scanSend": "Отправьте готовое сообщение",
    "codeLabel": "Код"
  },
  "en": {
    "skip": "Skip to content",
    "languages": "Language",
    "contact": "Contact",
    "write": "Chat on WhatsApp",
    "ask": "Ask about this",
    "invited": "Recommended by",
    "code": "Your code",
    "codeNote": "It’s already in the message: just press Send.",
    "paused": "This partner’s special offer is on hold for now, but you are very welcome: write to us and we will find something good.",
    "offers": "Take your pick",
    "reasons": "Why you can relax",
    "steps": "How it works",
    "questions": "Questions and answers",
    "place": "Where and when",
    "map": "Open the map",
    "fallback": "WhatsApp won’t open?",
    "fallbackText": "Send the same message on Telegram, copy it, or simply call.",
    "fallbackCall": "Copy the message, or simply call.",
    "telegram": "Chat on Telegram",
    "message": "The message, ready to send",
    "copy": "Copy",
    "copyMessage": "Copy the message",
    "copyCode": "Copy the code",
    "copied": "Copied",
    "lostTitle": "Looks like we took a wrong turn",
    "lostText": "There is no such page, but we are right here. Write to us or start from the home page.",
    "home": "Home page",
    "kit": "Partner kit",
    "kitIntro": "Everything you need to recommend us in two taps: your link, ready texts, a QR code and sheets to print.",
    "kitPrivate": "This kit is just for you. Guests get the link below.",
    "kitCode": "Your code",
    "kitCodeNote": "Your code is already in every message your guests send. That is how we know they came from you.",
    "kitPage": "Your page",
    "kitOpen": "Open the page",
    "kitMessage": "What your guest will send",
    "kitTexts": "Ready texts",
    "kitChat": "For a chat",
    "kitPost": "For a post",
    "kitEmail": "For an e-mail signature",
    "chatText": "I can recommend {{business}}. {{description}}\nDetails and WhatsApp:\n{{page}}",
    "postText": "{{headline}}\n\n{{description}} {{greeting}}\n\n{{business}}, details and WhatsApp:\n{{page}}\nIf you message them directly, mention the code {{code}}.",
    "emailText": "{{partner}} recommends: {{business}}, code {{code}}\n{{page}}",
    "copyLink": "Copy the link",
    "copyText": "Copy the text",
    "qr": "The page’s QR code",
    "qrNote": "Put it on the desk, in the menu or in a story: scanning it opens your page.",
    "qrSVG": "Download SVG for print",
    "qrPNG": "Download PNG for social media",
    "print": "Print",
    "printNote": "Choose a sheet, then Print in the browser’s menu: only that sheet is printed. Scale 100%; black and white is fine.",
    "tent": "Table tent",
    "tentNote": "A5, folds in half to A6. On A4 paper it becomes an A5 tent.",
    "poster": "Poster",
    "posterNote": "A4, for a wall or a door.",
    "cards": "Cards",
    "cardsNote": "A4, ten cards of 90\u00a0×\u00a054\u00a0mm. Cut along the lines.",
    "scan": "Scan with your camera",
    "scanOpen": "Open the page",
    "scanSend": "Send the ready message",
    "codeLabel": "Code"
  },
  "th": {
    "skip": "ข้ามไปยังเนื้อหา",
    "languages": "ภาษา",
    "contact": "ติดต่อ",
    "write": "ทักเราทาง WhatsApp",
    "ask": "สอบถาม",
    "invited": "แนะนำโดย",
    "code": "รหัสของคุณ",
    "codeNote": "รหัสอยู่ในข้อความแล้ว แค่กดส่งได้เลย",
    "paused": "ข้อเสนอพิเศษของพาร์ตเนอร์รายนี้งดชั่วคราว แต่เรายินดีดูแลคุณเสมอ ทักมาได้เลย",
    "offers": "เลือกได้เลย",
    "reasons": "ทำไมถึงสบายใจได้",
    "steps": "ขั้นตอนง่าย ๆ",
    "questions": "คำถามที่พบบ่อย",
    "place": "ที่ตั้งและเวลาทำการ",
    "map": "เปิดแผนที่",
    "fallback": "เปิด WhatsApp ไม่ได้?",
    "fallbackText": "ส่งข้อความเดียวกันนี้ทาง Telegram คัดลอกไปใช้ หรือโทรหาเราได้เลย",
    "fallbackCall": "คัดลอกข้อความไปส่งเอง หรือโทรหาเราได้เลย",
    "telegram": "ทักทาง Telegram",
    "message": "ข้อความพร้อมส่ง",
    "copy": "คัดลอก",
    "copyMessage": "คัดลอกข้อความ",
    "copyCode": "คัดลอกรหัส",
    "copied": "คัดลอกแล้ว",
    "lostTitle": "ดูเหมือนเราจะเลี้ยวผิดทาง",
    "lostText": "ไม่พบหน้านี้ แต่เรายังอยู่ตรงนี้ ทักหาเรา หรือเริ่มใหม่จากหน้าแรก",
    "home": "หน้าแรก",
    "kit": "ชุดสำหรับพาร์ตเนอร์",
    "kitIntro": "ทุกอย่างสำหรับแนะนำเรา แค่แตะสองครั้ง: ลิงก์ ข้อความสำเร็จรูป คิวอาร์โค้ด และแผ่นพร้อมพิมพ์",
    "kitPrivate": "ชุดนี้สำหรับคุณเท่านั้น ส่วนลูกค้า กรุณาส่งลิงก์ด้านล่างแทน",
    "kitCode": "รหัสของคุณ",
    "kitCodeNote": "รหัสของคุณอยู่ในทุกข้อความที่ลูกค้าส่งมาแล้ว เราจึงรู้ว่าลูกค้ามาจากคุณ",
    "kitPage": "หน้าเว็บของคุณ",
    "kitOpen": "เปิดหน้าเว็บ",
    "kitMessage": "ข้อความที่ลูกค้าจะส่ง",
    "kitTexts": "ข้อความสำเร็จรูป",
    "kitChat": "สำหรับแชต",
    "kitPost": "สำหรับโพสต์",
    "kitEmail": "สำหรับลายเซ็นอีเมล",
    "chatText": "แนะนำ {{business}} {{description}}\nดูรายละเอียดและทัก WhatsApp ได้ที่\n{{page}}",
    "postText": "{{headline}}\n\n{{description}} {{greeting}}\n\n{{business}} ดูรายละเอียดและทัก WhatsApp ได้ที่\n{{page}}\nถ้าทักไปเอง กรุณาแจ้งรหัส {{code}}",
    "emailText": "{{partner}} แนะนำ: {{business}} รหัส {{code}}\n{{page}}",
    "copyLink": "คัดลอกลิงก์",
    "copyText": "คัดลอกข้อความ",
    "qr": "คิวอาร์โค้ดของหน้าเว็บ",
    "qrNote": "วางไว้ที่เคาน์เตอร์ ในเมนู หรือในสตอรี สแกนแล้วเปิดหน้าเว็บของคุณทันที",
    "qrSVG": "ดาวน์โหลด SVG สำหรับพิมพ์",
    "qrPNG": "ดาวน์โหลด PNG สำหรับโซเชียล",
    "print": "พิมพ์",
    "printNote": "เลือกแผ่นที่ต้องการ แล้วสั่งพิมพ์จากเมนูเบราว์เซอร์ ระบบจะพิมพ์เฉพาะแผ่นนั้น มาตราส่วน 100% พิมพ์ขาวดำได้",
    "tent": "ป้ายตั้งโต๊ะ",
    "tentNote": "A5 พับครึ่งเป็น A6 ถ้าใช้กระดาษ A4 จะได้ป้าย A5",
    "poster": "โปสเตอร์",
    "posterNote": "A4 สำหรับติดผนังหรือประตู",
    "cards": "นามบัตร",
    "cardsNote": "A4 สิบใบ ขนาด 90\u00a0×\u00a054\u00a0มม. ตัดตามเส้น",
    "scan": "เปิดกล้องสแกนคิวอาร์โค้ด",
    "scanOpen": "เปิดหน้าเว็บ",
    "scanSend": "กดส่งข้อความที่เตรียมไว้",
    "codeLabel": "รหัส"
  },
  "zh": {
    "skip": "跳到正文",
    "languages": "语言",
    "contact": "联系我们",
    "write": "通过 WhatsApp 联系我们",
    "ask": "咨询",
    "invited": "推荐方",
    "code": "您的推荐码",
    "codeNote": "推荐码已写在消息里，直接点“发送”即可。",
    "paused": "这位合作伙伴的专属优惠暂停中，但我们依然欢迎您：给我们发消息，我们来为您安排。",
    "offers": "任您挑选",
    "reasons": "为什么选择我们更放心",
    "steps": "流程很简单",
    "questions": "常见问题",
    "place": "地址与时间",
    "map": "打开地图",
    "fallback": "打不开 WhatsApp？",
    "fallbackText": "您可以用 Telegram 发送同样的消息，复制消息内容，或者直接打电话。",
    "fallbackCall": "您可以复制消息内容，或者直接打电话。",
    "telegram": "通过 Telegram 联系",
    "message": "写好的消息",
    "copy": "复制",
    "copyMessage": "复制消息",
    "copyCode": "复制推荐码",
    "copied": "已复制",
    "lostTitle": "好像走错路了",
    "lostText": "这个页面不存在，但我们一直都在。给我们发消息，或者回到首页。",
    "home": "回到首页",
    "kit": "合作伙伴工具包",
    "kitIntro": "轻点两下即可推荐我们：链接、现成文案、二维码和可打印的卡片。",
    "kitPrivate": "本工具包仅供您使用。发给客人的是下方的链接。",
    "kitCode": "您的推荐码",
    "kitCodeNote": "客人的每条消息里都已写好您的推荐码，我们由此知道客人是您介绍来的。",
    "kitPage": "您的页面",
    "kitOpen": "打开页面",
    "kitMessage": "客人将发送的消息",
    "kitTexts": "现成文案",
    "kitChat": "用于聊天",
    "kitPost": "用于发帖",
    "kitEmail": "用于邮件签名",
    "chatText": "推荐 {{business}}。{{description}}\n详情及 WhatsApp 咨询：\n{{page}}",
    "postText": "{{headline}}\n\n{{description}}{{greeting}}\n\n{{business}} 详情及 WhatsApp 咨询：\n{{page}}\n如自行联系，请注明推荐码 {{code}}。",
    "emailText": "{{partner}} 推荐：{{business}}，推荐码 {{code}}\n{{page}}",
    "copyLink": "复制链接",
    "copyText": "复制文案",
    "qr": "页面二维码",
    "qrNote": "放在前台、菜单上或发到动态里：扫一扫即可打开您的页面。",
    "qrSVG": "下载 SVG（打印用）",
    "qrPNG": "下载 PNG（社交媒体用）",
    "print": "打印",
    "printNote": "选择一种版式，再用浏览器菜单里的“打印”：只会打印这一张。比例 100%，黑白打印即可。",
    "tent": "桌面立牌",
    "tentNote": "A5，对折后为 A6。用 A4 纸则得到 A5 立牌。",
    "poster": "海报",
    "posterNote": "A4，贴在墙上或门上。",
    "cards": "名片",
    "cardsNote": "A4，十张 90\u00a0×\u00a054\u00a0毫米的卡片，沿线裁切。",
    "scan": "用相机扫码",
    "scanOpen": "打开页面",
    "scanSend": "发送写好的消息",
    "codeLabel": "推荐码"
  },
  "de": {
    "skip": "Zum Inhalt",
    "languages": "Sprache",
    "contact": "Kontakt",
    "write": "Per WhatsApp schreiben",
    "ask": "Anfragen",
    "invited": "Empfohlen von",
    "code": "Ihr Code",
    "codeNote": "Er steht schon in der Nachricht: einfach auf „Senden“ tippen.",
    "paused": "Das Sonderangebot dieses Partners pausiert gerade, aber Sie sind herzlich willkommen: Schreiben Sie uns, wir finden etwas Passendes.",
    "offers": "Suchen Sie sich etwas aus",
    "reasons": "Warum Sie bei uns gut aufgehoben sind",
    "steps": "So funktioniert es",
    "questions": "Fragen und Antworten",
    "place": "Wo und wann",
    "map": "Karte öffnen",
    "fallback": "WhatsApp öffnet sich nicht?",
    "fallbackText": "Senden Sie dieselbe Nachricht über Telegram, kopieren Sie sie oder rufen Sie einfach an.",
    "fallbackCall": "Kopieren Sie die Nachricht oder rufen Sie einfach an.",
    "telegram": "Per Telegram schreiben",
    "message": "Die fertige Nachricht",
    "copy": "Kopieren",
    "copyMessage": "Nachricht kopieren",
    "copyCode": "Code kopieren",
    "copied": "Kopiert",
    "lostTitle": "Da sind wir wohl falsch abgebogen",
    "lostText": "Diese Seite gibt es nicht, aber wir sind da. Schreiben Sie uns oder beginnen Sie auf der Startseite.",
    "home": "Zur Startseite",
    "kit": "Partnerpaket",
    "kitIntro": "Alles, um uns mit ein paar Fingertipps zu empfehlen: Link, fertige Texte, QR-Code und Druckvorlagen.",
    "kitPrivate": "Dieses Paket ist nur für Sie. Ihren Gästen senden Sie bitte den Link unten.",
    "kitCode": "Ihr Code",
    "kitCodeNote": "Ihr Code steht schon in jeder Nachricht Ihrer Gäste. Daran erkennen wir, dass sie von Ihnen kommen.",
    "kitPage": "Ihre Seite",
    "kitOpen": "Seite öffnen",
    "kitMessage": "Was Ihr Gast sendet",
    "kitTexts": "Fertige Texte",
    "kitChat": "Für einen Chat",
    "kitPost": "Für einen Beitrag",
    "kitEmail": "Für die E-Mail-Signatur",
    "chatText": "Ich empfehle {{business}}. {{description}}\nInfos und WhatsApp:\n{{page}}",
    "postText": "{{headline}}\n\n{{description}} {{greeting}}\n\n{{business}}, Infos und WhatsApp:\n{{page}}\nWenn Sie selbst schreiben, nennen Sie bitte den Code {{code}}.",
    "emailText": "{{partner}} empfiehlt: {{business}}, Code {{code}}\n{{page}}",
    "copyLink": "Link kopieren",
    "copyText": "Text kopieren",
    "qr": "QR-Code der Seite",
    "qrNote": "Für die Rezeption, die Speisekarte oder eine Story: Die Kamera öffnet Ihre Seite.",
    "qrSVG": "SVG für den Druck herunterladen",
    "qrPNG": "PNG für soziale Medien herunterladen",
    "print": "Drucken",
    "printNote": "Wählen Sie ein Blatt und dann „Drucken“ im Browsermenü: Nur dieses Blatt wird gedruckt. Skalierung 100\u00a0%, Schwarz-Weiß genügt.",
    "tent": "Tischaufsteller",
    "tentNote": "A5, auf A6 gefaltet. Auf A4 gedruckt wird es ein A5-Aufsteller.",
    "poster": "Plakat",
    "posterNote": "A4, für Wand oder Tür.",
    "cards": "Kärtchen",
    "cardsNote": "A4, zehn Kärtchen zu 90\u00a0×\u00a054\u00a0mm. Entlang der Linien schneiden.",
    "scan": "Mit der Kamera scannen",
    "scanOpen": "Seite öffnen",
    "scanSend": "Fertige Nachricht absenden",
    "codeLabel": "Code"
  }
}

"""##)),
        StarterFile("templates/style.css", .text(##"""
/*
The look of every page. What site.json may set under "theme": accent, background, accentDark, backgroundDark; the build
writes them in front of this sheet as --accent, --background, --accent-dark, --background-dark. Text on the accent is the
background's colour, so the pairs that need contrast (4.5:1) are accent and ink on background, in each scheme.
The icons of reasons: shield, price, delivery, chat, clock; anything else is a heart.
*/
:root, .paper {
  color-scheme: light dark;
  --a: var(--accent, #b4462a);
  --bg: var(--background, #fffaf3);
  --ink: #23302f;
  --soft: #55605c;
  --card: #fff;
  --line: #e9d9c1;
  --sky: #ffe9cb;
  --sky2: #ffc583;
  --sun: #f2703f;
  --far: #8cb9a8;
  --near: #3f7f76;
  --leaf: #2f9a68;
  --sea1: #2a9d9a;
  --sea2: #17828a;
  --glow: #ffd08a;
  --sand: #f6d7a3;
  --tar: #41474f;
  --deep: #0e5a63;
  --car: #e2532f;
  --beam: 0;
  --go: #25d366;
  --goink: #052a18;
  --gap: clamp(1.25rem, 4vw, 2rem);
}
@media (prefers-color-scheme: dark) {
  :root {
    --a: var(--accent-dark, #ffa173);
    --bg: var(--background-dark, #10202a);
    --ink: #f6ecdd;
    --soft: #bdc8c6;
    --card: #1a2f3a;
    --line: #33505c;
    --sky: #14273f;
    --sky2: #3a3d6b;
    --sun: #ffe7b3;
    --far: #31506b;
    --near: #1d3b4e;
    --leaf: #1f6a57;
    --sea1: #17506a;
    --sea2: #123f57;
    --glow: #ffe7b3;
    --sand: #6a5c50;
    --tar: #262c36;
    --deep: #0b3440;
    --car: #c94a2c;
    --beam: 1;
  }
}
* { box-sizing: border-box; margin: 0; }
html {
  scroll-padding: 5rem 0 6rem;
  -webkit-text-size-adjust: 100%;
  text-size-adjust: 100%;
}
body {
  display: flex;
  flex-direction: column;
  min-block-size: 100vh;
  min-block-size: 100svh;
  background: var(--bg);
  color: var(--ink);
  font: 1.0625rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Thai", "Leelawadee UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  overflow-wrap: anywhere;
}
h1, h2, h3, .brand, .price, .code, .stone, .go {
  font-family: ui-rounded, "SF Pro Rounded", system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Thai", "Leelawadee UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  font-weight: 800;
  line-height: 1.15;
}
h1 { font-size: clamp(2.125rem, 1.4rem + 3.6vw, 4rem); font-weight: 900; letter-spacing: -.02em; text-wrap: balance; white-space: pre-line; }
h2 { font-size: clamp(1.625rem, 1.3rem + 1.5vw, 2.375rem); letter-spacing: -.01em; margin-block-end: 1.25rem; text-wrap: balance; }
h3 { font-size: 1.1875rem; margin-block-end: .3rem; text-wrap: balance; }
:lang(th) { line-height: 1.7; letter-spacing: 0; }
h1:lang(th), h2:lang(th), h3:lang(th), :lang(th) :is(h1, h2, h3, .price, .go, .brand) { line-height: 1.4; letter-spacing: 0; }
:lang(th) :is(.code, .stone) { line-height: 1.15; }
:is(h1, h2):dir(rtl) { letter-spacing: 0; }
ul, ol { list-style: none; padding: 0; }
address { font-style: normal; }
a { color: var(--a); text-underline-offset: .2em; }
img, svg { display: block; max-inline-size: 100%; }
p { white-space: pre-line; text-wrap: pretty; }
main :dir(ltr) > :is(h1, h3, p)[dir=rtl], main :dir(rtl) > :is(h1, h3, p)[dir=ltr] { text-align: end; }
.stub p, .foot p { text-wrap: balance; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px; border-radius: .4rem; }
main { flex: 1 0 auto; }
main:focus { outline: 0; }
main:has(.lost) { display: grid; flex: none; min-block-size: calc(100svh - 17.5rem); }
main:has(.lost) + .foot { flex: 1 0 auto; }
.lost { display: grid; grid-template: auto 1fr / 100%; }
.lost .scene { align-self: end; }
.hush, .sprite { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; inset-inline-start: 1rem; inset-block-start: -5rem; z-index: 9; padding: .7rem 1.1rem; border-radius: .6rem; background: var(--ink); color: var(--bg); }
.skip:focus { inset-block-start: .5rem; }
.wrap { inline-size: 100%; max-inline-size: 74rem; margin-inline: auto; padding-inline: var(--gap); }
section.wrap, .pair, .sea, .road { padding-block: clamp(2.5rem, 6vw, 4.5rem); }
.invite.wrap { padding-block: clamp(1.5rem, 4vw, 3rem) 0; }
.invite + :is(.sea, .road) { margin-block-start: clamp(1.5rem, 4vw, 3rem); }
.i, .mark { flex: none; }

.go, .quiet {
  display: inline-flex; align-items: center; justify-content: center; gap: .6rem;
  min-block-size: 3.125rem; padding: .5rem 1.2rem; border: 2px solid transparent; border-radius: 1rem;
  font-weight: 700; line-height: 1.25; text-decoration: none;
}
.go { background: var(--go); color: var(--goink); box-shadow: 0 .25rem 0 #128a43; transition: transform .12s; }
.go:hover { background: #3be07a; }
.go:active { transform: translateY(.2rem); box-shadow: none; }
.quiet { border-color: var(--line); background: var(--card); color: var(--ink); }
.quiet:hover { border-color: var(--a); }
.quiet .i { color: var(--a); }

.top { background: var(--sky); }
.top .wrap { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1rem; padding-block: .6rem; }
.brand { display: flex; align-items: center; gap: .6rem; flex: 1 1 9rem; min-block-size: 2.75rem; color: var(--ink); font-size: 1.125rem; text-decoration: none; }
.tongues { display: flex; flex-wrap: wrap; }
.tongues a { display: flex; align-items: center; justify-content: center; min-inline-size: 2.75rem; min-block-size: 2.75rem; padding-inline: .5rem; color: var(--ink); font-size: .9375rem; text-decoration: none; }
.tongues b { text-transform: uppercase; }
.tongues a:hover { text-decoration: underline; }
.tongues [aria-current] { font-weight: 700; box-shadow: inset 0 -3px var(--a); }
.top .go { display: none; min-block-size: 2.75rem; padding-block: .4rem; box-shadow: none; }

.hero { background: linear-gradient(var(--sky), var(--sky2)); overflow: hidden; }
.hero .wrap { position: relative; padding-block: clamp(1rem, 4vw, 3.5rem) 0; }
.hero h1, .lead { max-inline-size: 38rem; }
.lead { margin-block-start: .9rem; font-size: clamp(1.125rem, 1rem + .5vw, 1.3125rem); max-inline-size: 34rem; }
.kicker { color: var(--a); font-size: .9375rem; font-weight: 700; margin-block-end: .35rem; }
.hero .kicker { color: var(--ink); }
.hero .kicker::before { content: ""; display: inline-block; inline-size: .65em; block-size: .65em; margin-inline-end: .5em; border-radius: 50%; background: var(--sun); }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; margin-block-start: 1.5rem; }
.scene { inline-size: 100%; block-size: clamp(15rem, min(36vw, 50vh), 48rem); overflow: visible; }
.sun { fill: var(--sun); } .far { fill: var(--far); } .near { fill: var(--near); } .leaf, .palm { fill: var(--leaf); }
.sea1 { fill: var(--sea1); } .sea2 { fill: var(--sea2); } .glow { fill: var(--glow); } .sand { fill: var(--sand); } .tar { fill: var(--tar); }
.boat, .trunk { fill: #7a4a32; } .sail { fill: #ffe9c9; } .dash { stroke: #ffe2a8; stroke-width: 6; stroke-dasharray: 46 34; }
.body { fill: var(--car); } .roof { fill: #ffe9c9; } .glass { fill: #153f49; } .tyre { fill: #20262c; } .lamp { fill: #ffd98a; } .beam { fill: url(#beam); opacity: var(--beam); } .shade { fill: #0003; }

.ticket { display: grid; background: var(--card); border: 2px solid var(--line); border-radius: 1.5rem; }
.from, .stub { padding: 1.4rem 1.5rem; }
.from h2 { margin-block-end: .4rem; }
.stub { position: relative; border-block-start: 3px dashed var(--line); text-align: center; font-size: .9375rem; color: var(--soft); }
.stub::before, .stub::after { content: ""; position: absolute; inset-block-start: -.85rem; inline-size: .95rem; block-size: 1.6rem; background: var(--bg); border: 2px solid var(--line); }
.stub::before { inset-inline-start: -2px; border-inline-start: 0; border-start-end-radius: 1rem; border-end-end-radius: 1rem; }
.stub::after { inset-inline-end: -2px; border-inline-end: 0; border-start-start-radius: 1rem; border-end-start-radius: 1rem; }
.code { font-size: 1.75rem; letter-spacing: .12em; color: var(--a); }
.stub .code { margin-block: .2rem .35rem; }

.offers { display: grid; gap: 1.25rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15.5rem), 1fr)); }
.offer { display: flex; flex-direction: column; background: var(--card); border: 2px solid var(--line); border-radius: 1.5rem; overflow: hidden; padding-block-end: 1.25rem; }
.offer > * { margin-inline: 1.25rem; }
.offer > h3:first-child { margin-block-start: 1.25rem; }
.offer img { inline-size: 100%; block-size: auto; margin: 0 0 1.1rem; }
.offer:only-child { max-inline-size: 34rem; }
.offer h3 { font-size: 1.375rem; }
.offer p { color: var(--soft); }
.offer .price { margin-block: auto 1rem; padding-block-start: .7rem; color: var(--a); font-size: 1.4375rem; }

.sea { background: var(--deep); color: #f3fbf5; }
.sea::before { content: ""; display: block; block-size: 1.2rem; margin-block-start: calc(-1 * clamp(2.5rem, 6vw, 4.5rem) - 1px); margin-block-end: clamp(2rem, 5vw, 3.5rem); background: radial-gradient(circle at 50% -.8rem, var(--bg) 1.7rem, transparent 1.75rem) 50% 0 / 3rem 1.2rem repeat-x; }
.reasons { display: grid; gap: 1.5rem clamp(1.5rem, 4vw, 3.5rem); grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); }
.reasons li, .steps li { display: flex; gap: 1rem; }
.reasons li > div, .steps li > div { flex: 1; min-inline-size: 0; }
.badge { --m: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Cpath d='M12 21C6 16 2 13 2 8.500 2 3 9 2 12 6.500 15 2 22 3 22 8.500 22 13 18 16 12 21z'/%3E%3C/svg%3E"); flex: none; inline-size: 3.25rem; block-size: 3.25rem; border-radius: 50%; background: #ffd08a; }
.badge::before { content: ""; display: block; block-size: 100%; background: #0b3d44; mask-image: var(--m); mask-repeat: no-repeat; mask-position: center; mask-size: 1.8rem; forced-color-adjust: none; }
.icon-shield { --m: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Cpath d='M12 2l8 3v6c0 5-3 9-8 11-5-2-8-6-8-11V5zm-1.200 13.700l5.900-6-1.500-1.500-4.400 4.500-2-2-1.500 1.500z'/%3E%3C/svg%3E"); }
.icon-price { --m: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Cpath d='M3 3h9l9.500 9.500-9 9L3 12zm4.500 2.500a2 2 0 1 0 0 4 2 2 0 0 0 0-4z'/%3E%3C/svg%3E"); }
.icon-delivery { --m: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Cpath d='M5 6l2-2h8l4 6 3 1v6h-2a3 3 0 0 1-6 0h-4a3 3 0 0 1-6 0H2v-6l2-1zm2 0L6 10h5V6zm6 0v4h4l-2.500-4z'/%3E%3C/svg%3E"); }
.icon-chat { --m: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Cpath d='M3 21l1.500-5A9 9 0 1 1 8 19.500zM8 10.500V13h2v-2.500zm3.500 0V13h2v-2.500zm3.500 0V13h2v-2.500z'/%3E%3C/svg%3E"); }
.icon-clock { --m: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Cpath d='M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20zm-1 4v7l5 3 1-1.700-4-2.300V6z'/%3E%3C/svg%3E"); }

.road { background: var(--tar); color: #fff8ec; }
.steps { display: grid; gap: 2rem; background: linear-gradient(#ffe2a8 60%, transparent 0) 1.6rem 0 / 4px 2rem repeat-y; }
[dir=rtl] .steps { background-position-x: calc(100% - 1.6rem); }
.stone { flex: none; display: grid; place-items: end center; inline-size: 3.4rem; block-size: 4.2rem; padding-block-end: .7rem; border-radius: 1.7rem 1.7rem .3rem .3rem; background: linear-gradient(#e2532f 1.15rem, #fff8ec 0); color: #23302f; font-size: 1.5rem; }

details { border-block-end: 2px solid var(--line); }
summary { display: flex; gap: 1rem; justify-content: space-between; align-items: center; min-block-size: 3.25rem; padding-block: .8rem; font-weight: 700; cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
.ask { display: none; }
summary::after { content: "+"; flex: none; color: var(--a); font-size: 1.75rem; font-weight: 400; line-height: 1; }
details[open] summary::after { content: "−"; }
details p { padding-block-end: 1.1rem; color: var(--soft); max-inline-size: 42rem; }

.pair { display: grid; gap: 2.5rem; }
section.wrap:not(.invite) + .pair { padding-block-start: 0; }
.place address p { margin-block-end: .6rem; max-inline-size: 30rem; }
.ways { display: flex; flex-wrap: wrap; gap: .75rem; margin-block: 1rem; }
.fallback { padding: clamp(1rem, 4vw, 1.75rem); border: 3px dashed var(--line); border-radius: 1.5rem; min-inline-size: 0; }
.fallback h2 { font-size: 1.5rem; margin-block-end: .6rem; }
.fallback h3 { margin-block: 1.25rem .4rem; font-size: 1rem; }
.copy { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; padding: .5rem .5rem .5rem 1rem; padding-inline: 1rem .5rem; border: 2px solid var(--line); border-radius: 1rem; background: var(--card); }
.copy > :first-child { flex: 1 1 12rem; min-inline-size: 0; }
.copy button { display: grid; min-block-size: 2.75rem; padding: .5rem .8rem; border: 0; border-radius: .8rem; background: var(--a); color: var(--bg); font: inherit; font-weight: 700; cursor: pointer; }
.copy button[hidden] { visibility: hidden; }
.copy button span { grid-area: 1 / 1; }
.copy button :last-child, .copy .done :first-child { visibility: hidden; }
.copy .done :last-child { visibility: visible; }

.foot { background: var(--sand); padding-block: 2rem; text-align: center; color: var(--ink); }
.foot .mark { margin: 0 auto .5rem; }
.bar { position: sticky; inset-block-end: 0; z-index: 5; display: flex; gap: .6rem; padding: .6rem var(--gap) .8rem; background: var(--bg); border-block-start: 2px solid var(--line); }
.bar .go { flex: 1; padding-inline: .5rem; gap: .5rem; }
.help { display: grid; place-items: center; inline-size: 3.125rem; border: 2px solid var(--line); border-radius: 1rem; color: var(--ink); font-size: 1.25rem; font-weight: 800; text-decoration: none; }
.hero:not(.lost) .actions { display: none; }

@media (min-width: 46rem) {
  html { scroll-padding-block-end: 2rem; }
  .bar { display: none; }
  .top { position: sticky; inset-block-start: 0; z-index: 5; }
  .top .go, .hero:not(.lost) .actions { display: flex; }
  .brand { font-size: 1.3125rem; }
  .ticket { grid-template-columns: 1fr minmax(15rem, .4fr); }
  .from, .stub { padding: 2rem; }
  .stub { border-block-start: 0; border-inline-start: 3px dashed var(--line); align-content: center; }
  .stub::before, .stub::after { inset-inline: -.9rem auto; inline-size: 1.6rem; block-size: .95rem; border: 2px solid var(--line); }
  .stub::before { inset-block-start: -2px; border-block-start: 0; border-radius: 0 0 1rem 1rem; }
  .stub::after { inset-block: auto -2px; border-block-end: 0; border-radius: 1rem 1rem 0 0; }
  .steps { grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); background: linear-gradient(90deg, #ffe2a8 60%, transparent 0) 0 3.9rem / 3.5rem 4px repeat-x; }
  .steps li { flex-direction: column; }
  [dir=rtl] .steps { background-position-x: 100%; }
  .curious { grid-template-rows: auto 1fr; }
  .pair { grid-template-columns: 1fr 1.2fr; align-items: start; }
  .curious { display: grid; grid-template-columns: 1fr 2fr; gap: 0 var(--gap); align-items: start; }
  .ask { display: block; grid-area: 2 / 1; padding: 1.5rem; border-radius: 50%; background: var(--sky2); }
  .questions { grid-area: 1 / 2 / 3; }
}
@media (min-width: 46rem) and (max-width: 71rem) { .offers:has(> :nth-child(4):last-child) { grid-template-columns: 1fr 1fr; } }
@media (min-width: 64rem) {
  .tongues b { display: none; }
  .scene { margin-block-start: -7rem; }
  .hero .lead { max-inline-size: 30rem; }
  .hero .actions { margin-block-end: 1rem; }
}
@media (min-width: 64rem) and (prefers-color-scheme: dark) {
  .hero .wrap::after { content: ""; position: absolute; inset-block-start: 3rem; inset-inline-end: 4rem; inline-size: 2px; block-size: 2px; border-radius: 50%; background: #fffc; box-shadow: -4rem 3rem #fff9, -9rem -1rem #fff6, -11rem 7rem #fffc, -16rem 2rem #fff9, -19rem 9rem #fff6, -6rem 11rem #fff6, -23rem 5rem #fffc, -25rem -1rem #fff6; }
}
@media (max-width: 63.99rem) { .tongues span { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); } }
@media (max-height: 22rem) { .bar, .top { position: static; } }
@media (scripting: none) { .copy button[hidden] { display: none; } }
@media (prefers-reduced-motion: reduce) { .go { transition: none; } }
@media print { .bar, .top nav, .go, .copy button, .skip { display: none; } }

"""##)),
    ]
}
