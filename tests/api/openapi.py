"""A small description of an API, with everything that ours has in it."""

PLAY = {
    "openapi": "3.1.0",
    "paths": {
        "/api/v1/plays": {
            "get": {
                "operationId": "plays",
                "summary": "Plays",
                "description": "All plays\nof the house.\n\nThe newest first.",
                "tags": ["stage"],
                "parameters": [
                    {
                        "in": "query",
                        "name": "q",
                        "required": True,
                        "description": "Words.",
                        "schema": {"type": "string", "maxLength": 300},
                    },
                    {
                        "in": "query",
                        "name": "limit",
                        "schema": {"type": "integer", "minimum": 1, "maximum": 200, "default": 50},
                    },
                ],
                "responses": {
                    "200": {
                        "description": "OK",
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Page"}}},
                    },
                    "429": {
                        "description": "Too Many Requests",
                        "content": {
                            "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                        },
                    },
                },
            }
        },
        "/api/v1/plays/{code}": {
            "put": {
                "operationId": "play_write",
                "summary": "Write a play anew",
                "tags": ["desk"],
                "security": [{"TokenAuth": []}],
                "parameters": [
                    {"in": "path", "name": "code", "required": True, "schema": {"type": "string"}},
                    {"in": "header", "name": "If-Match", "schema": {"type": "string"}},
                ],
                "requestBody": {
                    "required": True,
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Script"}}},
                },
                "responses": {
                    "204": {"description": "No Content"},
                    "412": {
                        "description": "A newer one.",
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Script"}}},
                    },
                    "428": {"description": ""},
                },
            }
        },
    },
    "components": {
        "schemas": {
            "Script": {"type": "object", "properties": {"title": {"type": "string"}}},
            "Genre": {"enum": ["farce", "tragedy"], "type": "string"},
            "Play": {
                "type": "object",
                "description": "A play.",
                "required": ["title", "genre"],
                "properties": {
                    "title": {"type": "string", "description": "What it is called.", "examples": ["Hamlet"]},
                    "genre": {"allOf": [{"$ref": "#/components/schemas/Genre"}], "default": "tragedy"},
                    "acts": {"anyOf": [{"type": "integer", "minimum": 1}, {"type": "null"}]},
                    "within": {"type": "array", "items": {"$ref": "#/components/schemas/Play"}},
                },
            },
            "Page": {
                "type": "object",
                "required": ["items"],
                "properties": {
                    "items": {"type": "array", "items": {"$ref": "#/components/schemas/Play"}},
                    "script": {"$ref": "#/components/schemas/Script", "description": "The first one."},
                },
            },
            "Problem": {"type": "object", "properties": {"status": {"type": "integer"}}},
        }
    },
}
