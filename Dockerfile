# syntax=docker/dockerfile:1

FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Source maps are a sixth of it, and only a debugger reads them.
RUN npm ci --omit=dev --ignore-scripts && find node_modules -name '*.map' -delete

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production DATA_DIR=/data HOST=0.0.0.0 PORT=3000
RUN install -d -o node -g node -m 700 /data
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json tsconfig.json ./
COPY src ./src
COPY adapters ./adapters
COPY policies ./policies
# Compiled once, here: a read-only container cannot keep what it compiles. By the user and with the flags of CMD, for the
# cache of others is not read.
RUN install -d -o node -g node -m 700 node_modules/.cache
USER node
RUN node --max-semi-space-size=4 --heap-growing-percent=30 --liftoff-only --import=./src/compile-cache.js --input-type=module --eval "import './src/main.ts'"
# Nothing but /data is written to: the root file system may be read-only.
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=4", "--heap-growing-percent=30", "--liftoff-only", "--import=./src/compile-cache.js", "src/main.ts"]
