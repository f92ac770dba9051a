print("core package")
from .. import VERSION as PARENT_VERSION
