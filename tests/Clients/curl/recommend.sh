curl -s 127.0.0.1:5201/v1/roles:recommend -H 'content-type: application/json' -d '{"subject":{"inlineProfile":{"skills":[{"text":"Python"},{"text":"SQL"}]}}}'
