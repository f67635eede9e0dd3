# Build: everything that tsc and the workflow bundler need.
FROM node:20.20.2-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

# Run: the built product and its libraries, as a user without rights. The same image is API and worker.
FROM node:20.20.2-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app ./
USER node
EXPOSE 8080
CMD ["node", "--enable-source-maps", "dist/api/main.js"]
